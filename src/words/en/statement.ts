import type { Section } from '../message.ts'

/** The page with yearly totals and statements; loaded by that page alone. */
export const statement = {
  'statement.title.dual': 'Dual Stacking rewards',
  'statement.title.staking': 'Bitcoin Staking rewards',
  'statement.titleOf.dual': 'Dual Stacking rewards of {year}',
  'statement.titleOf.staking': 'Bitcoin Staking rewards of {year}',
  'statement.programme': 'Program',
  'statement.year': 'Year',
  'statement.year.all': 'All years',
  'statement.year.unknown': 'date unknown',
  'statement.address': 'Address',
  'statement.made': 'Created {date} from public on-chain data. Times are in UTC.',
  'statement.incomplete':
    'Not all past rewards have been loaded yet: these totals do not include what is missing.',
  'statement.none': 'No rewards for this address in this period.',
  'statement.noAccount': 'Follow an address first: its rewards will be listed here.',
  'statement.total': 'Total',
  'statement.byYear': 'By year',
  'statement.byCycle': 'By cycle',
  'statement.payments': 'Payments',
  'statement.date': 'Date (UTC)',
  'statement.cycle': 'Cycle',
  'statement.contract': 'Contract',
  'statement.amount': 'sBTC',
  'statement.price': 'Price of the day',
  'statement.value': 'Value',
  'statement.transaction': 'Transaction',
  'statement.prices': 'Add daily prices',
  'statement.prices.hint':
    'A file with a day (2026-01-31) and the price of one bitcoin on each line. It stays in this window; Twinstack does not fetch any price.',
  'statement.prices.bad': 'Line {line} has no day and price.',
  'statement.prices.empty': 'There are no days with prices in this file.',
  'statement.prices.missing': {
    one: '{count} payment has no price for its day and is not in the value.',
    other: '{count} payments have no price for their day and are not in the value.',
  },
  'statement.csv': 'Download CSV',
  'statement.taxCsv': 'Download for a tax tool',
  'statement.print': 'Print',
  'statement.note':
    'Values follow from the prices in your file. This is a list of payments, not tax advice.',
} as const satisfies Section
