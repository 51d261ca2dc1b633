import mdx from '@mdx-js/rollup';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [{ enforce: 'pre', ...mdx() }, react()],
  // Vite does not look for imports in MDX before it meets them, and then loads the page anew.
  optimizeDeps: { include: ['react-pancake/lazy'] },
});
