import 'twinstack/widget/yield'

const widget = document.createElement('bitcoin-staking-yield')
widget.stx = '25000'
widget.manager = 'SP3KJBWTS3K562BF5NXWG5JC8W90HEG7WPYH5B97X.your-manager'
widget.snapshotUrl = '/yield.json'
widget.addEventListener('yield-change', ({ detail }) => {
  document.title = `${detail.sats ?? 'unknown'} sats per cycle`
})
document.body.append(widget)
