import { fileURLToPath } from 'node:url'

/** @type {import('next').NextConfig} */
const config = {
  output: 'export',
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
}

export default config
