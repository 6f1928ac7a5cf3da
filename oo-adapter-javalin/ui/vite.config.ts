import { defineConfig } from 'vitest/config';

export default defineConfig({
  build: {
    outDir: 'target/dist',
    emptyOutDir: true,
    assetsInlineLimit: 0, // the page's policy allows no data: images
    modulePreload: { polyfill: false },
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'], // light-dark() stays as written
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:8080' } },
  test: { include: ['{src,client/src}/**/*.test.ts'], env: { TZ: 'Europe/Berlin' } },
});
