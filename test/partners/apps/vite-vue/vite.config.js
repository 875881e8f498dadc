import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const widgets = ['dual-stacking-boost', 'bitcoin-staking-yield', 'hyperstaking-pool']

export default defineConfig({
  plugins: [
    vue({
      template: { compilerOptions: { isCustomElement: (tag) => widgets.includes(tag) } },
    }),
  ],
})
