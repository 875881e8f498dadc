import type { site as english } from '../en/site.ts'
import type { Translation } from '../message.ts'

export const site: Translation<typeof english> = {
  boost: 'Calculadora del impulso de Dual Stacking',
  yield: 'Calculadora de Bitcoin Staking',
  pool: 'DUSK en un pool de staking',
  onTop:
    'Las carteras no se abren dentro de marcos, así que esta es la misma calculadora en su propia página, con tus datos. Haz clic otra vez en el botón: tu cartera te pregunta antes de firmar nada.',
  poolLead:
    'El contrato de un pool pone en staking los DUSK de muchas personas a la vez. Mira cuánto podrían ganar los tuyos, cuánto puede variar y los riesgos.',
  referred:
    'Tienes un referidor. Si este pool reparte recompensas, quien te envió este enlace recibe una parte de tus recompensas, nunca de tu depósito.',
  poolNote:
    'Los pools son contratos de terceros. No se hace ninguna petición a la red hasta que haces clic.',
}
