/** Where the node's STX locks follow a `pox-5`. */
export const pox5Contract = 'ST000000000000000000002AMW42H.pox-5'
