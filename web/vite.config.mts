import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Target es2020: the browsers of domestic office systems are older Chromium builds. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: 'static',
  plugins: [react()],
  build: {
    target: 'es2020',
    outDir: 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1500,
    // Two applications: the desk of the offices, and the pages for everybody.
    rolldownOptions: {
      input: { desk: `${import.meta.dirname}/index.html`, public: `${import.meta.dirname}/public.html` },
    },
  },
});
