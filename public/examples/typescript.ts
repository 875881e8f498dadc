import 'twinstack/widget'

const widget = document.createElement('dual-stacking-boost')
widget.network = 'testnet'
widget.sbtc = '0.1152'
widget.stx = '5103'
widget.goldenRatio = '191000'
widget.addEventListener('boost-ready', ({ detail }) => {
  document.title = detail.boost === undefined ? 'Unknown' : `${Number(detail.boost) / 1e8}×`
})
document.body.append(widget)
