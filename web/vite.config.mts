import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Target es2020: the browsers of domestic office systems are older Chromium builds. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { target: 'es2020', outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 1500 },
});
