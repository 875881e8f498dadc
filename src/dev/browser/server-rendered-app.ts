import { h, onMounted, ref } from 'vue'

/** A component that a server renders and a page takes over. */
export const ServerRenderedApp = {
  setup() {
    const said = ref('rendered')
    onMounted(() => void (said.value = 'hydrated'))
    return () => [
      h('dual-stacking-boost', {
        network: 'testnet',
        sbtc: '0.1152',
        stx: '5103',
        'golden-ratio': '191000',
      }),
      h('p', said.value),
    ]
  },
}
