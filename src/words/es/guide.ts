import type { guide as english } from '../en/guide.ts'
import type { Translation } from '../message.ts'

export const guide: Translation<typeof english> = {
  'guide.title': 'Gana sBTC con tu sBTC',
  'guide.lead':
    'Dual Stacking te paga en bitcoin por tener sBTC, y más si además apilas STX. Esta página lo explica en un minuto. Aquí puedes probarlo todo sin cartera.',
  'guide.how': 'Cómo funciona',
  'guide.cycle': 'Un ciclo, unas dos semanas',
  'guide.cycle.label':
    'Catorce instantáneas a lo largo del ciclo; después, proporción áurea, pesos y pago.',
  'guide.cycle.snapshots':
    '14 instantáneas a lo largo del ciclo cuentan tu sBTC y tus STX apilados: lo que vale es mantenerlos.',
  'guide.cycle.ratio':
    'Se halla la proporción áurea: los STX por BTC que el 95 % del sBTC inscrito no supera. Ahí termina el impulso.',
  'guide.cycle.payment':
    'El fondo se reparte por peso: tu sBTC por tu impulso. Llega en sBTC, sin que tengas que reclamarlo.',
  'guide.questions': 'Antes de empezar',
  'guide.enough': '¿Merece la pena?',
  'guide.enough.text':
    'Escribe lo que tienes en «Pruébalo». Sin STX el impulso es 1×; los primeros STX son los que más suman, porque el impulso crece con la raíz cuadrada. Twinstack muestra siempre el próximo paso más barato, la tasa anual y si la limita el fondo o el tope.',
  'guide.try': '¿Puedo solo probar?',
  'guide.try.text':
    'Sí. Inscribirte cuesta una comisión de red y no mueve nada: tu sBTC y tus STX siguen en tu cartera, y puedes darte de baja cuando quieras. Un ciclo solo paga a quien estaba inscrito al empezar.',
  'guide.account': '¿Puedo usar otra cuenta, o varias?',
  'guide.account.text':
    'Cada dirección se inscribe por sí misma. Twinstack sigue todas las que quieras, con cartera o solo observando, y cambias con un clic. Las recompensas pueden ir a una dirección distinta de la que las gana.',
  'guide.wrong': '¿Qué puede salir mal?',
  'guide.wrong.text':
    'Las tasas dependen del fondo y de lo que tienen los demás, así que cambian. Si vendes tu sBTC durante un ciclo, ese ciclo te paga menos. Un pago puede retrasarse hasta que alguien ejecute los pasos del ciclo: puede hacerlo cualquiera, también tú, en la consola. Dual Stacking no bloquea nada; los STX que apilas los bloquea el apilado, como siempre.',
  'guide.permissions': 'Qué puede hacer Twinstack, y por qué',
  'guide.permissions.lead':
    'Pide lo mínimo. El acceso a un sitio solo se pide en el momento en que hace falta.',
  'guide.permission.storage': 'Guardar datos en este navegador',
  'guide.permission.storage.why':
    'Tus ajustes, tus direcciones y lo que se ha leído. Nada de eso sale del navegador.',
  'guide.permission.notifications': 'Mostrar notificaciones',
  'guide.permission.notifications.why':
    'Para avisarte cuando llegue una recompensa, y de lo demás que elijas en esta página.',
  'guide.permission.alarms': 'Despertarse cada pocos minutos',
  'guide.permission.alarms.why': 'Para buscar tus recompensas en la cadena.',
  'guide.permission.tab': 'Usar la página visible cuando pulsas su botón',
  'guide.permission.tab.why':
    'Las carteras viven en páginas web: así se pregunta a la tuya. Las páginas que no elegiste no se tocan nunca.',
  'guide.permission.menu': 'Una entrada en el menú',
  'guide.permission.menu.why': '«Mostrar Twinstack en esta página», también con Alt+Mayús+Y.',
  'guide.permission.sites': 'Acceso a un sitio: ahora no se pide',
  'guide.permission.sites.why':
    'Solo lo pide la consola, cuando firmas desde ella en una pestaña que tú eliges. El navegador te muestra qué sitio es.',
  'guide.tell': 'Avísame cuando',
  'guide.start': 'Empezar',
  'guide.start.wallet':
    'Con tu cartera: abre cualquier página web, pulsa el botón de Twinstack en la barra y después «{connect}».',
  'guide.start.pin': '¿No está el botón? Abre la pieza de puzle de la barra y fija Twinstack.',
  'guide.start.watch': 'O simplemente observa una dirección:',
  'guide.watching': 'Estás observando {address}. Pulsa el botón de Twinstack para verla.',
  'guide.console': 'Para operadores: la consola',
}
