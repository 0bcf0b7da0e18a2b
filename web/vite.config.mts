import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { pdfParts } from './pdf-parts.mts';

/**
 * The desk's own files for a phone without network; registered by the visits pages alone, whose addresses it answers
 * at once, also where the network is bad. Answers of the API are never kept (docs/adr/0008-visits-without-network.md).
 */
const offlineShell = VitePWA({
  strategies: 'generateSW',
  injectRegister: null,
  manifest: false,
  workbox: {
    globPatterns: ['index.html', 'favicon.svg', 'assets/**/*.{js,css}'],
    globIgnores: ['assets/public-*', 'assets/pdf*'],
    inlineWorkboxRuntime: true,
    skipWaiting: true,
    clientsClaim: true,
    cleanupOutdatedCaches: true,
    navigateFallback: '/index.html',
    navigateFallbackAllowlist: [/^\/visits(\/|$)/],
  },
});

/** Target es2020: the browsers of domestic office systems are older Chromium builds. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: 'static',
  plugins: [react(), offlineShell, pdfParts],
  // The worker that reads PDFs is a module.
  worker: { format: 'es' },
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
