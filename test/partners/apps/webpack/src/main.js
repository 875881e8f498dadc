import 'twinstack/widget'
import 'twinstack/widget/pool'
import 'twinstack/widget/yield'

for (const name of ['boost-ready', 'boost-change'])
  addEventListener(name, ({ detail }) => {
    document.getElementById('boost').textContent = detail.rewardSats ?? ''
  })
for (const name of ['yield-ready', 'yield-change'])
  addEventListener(name, ({ detail }) => {
    document.getElementById('yield').textContent = detail.sats ?? ''
  })
