import type { CardTexts } from "./cards-texts.ts";

export const cardsEs: CardTexts = {
  title: "Qué decir",
  asks: "Pregunte",
  start: {
    say: "Cada uno de ustedes es una neurona, con una sinapsis en una célula que es de todos. Busquen su número en la pantalla. Nadie compite: solo la clase entera puede lograr que algo pase.",
    ask: "¿Dónde podría estar su sinapsis en un cerebro de verdad?",
  },
  rounds: {
    "warm-up": {
      say: "Los celulares y los dedos se adelantan o se atrasan un poco, cada uno a su manera. Ocho toques lo miden, y desde ahora se descuenta, para que el ritmo sea justo. La célula aún no está conectada.",
      ask: "¿Qué importa más aquí: ser rápido o estar juntos?",
    },
    baseline: {
      say: "Toquen a solas, cuando quieran. Miren el nivel en la célula: tiembla y vuelve. Una sinapsis lo mueve una fracción de milivoltio. Los tapones rojos, el magnesio, siguen en los receptores NMDA. Esta es nuestra línea de 100 %.",
      ask: "¿Por qué sería malo que una sola neurona hiciera disparar a la siguiente?",
    },
    together: {
      say: "Toquen al ritmo. Muchos potenciales pequeños se suman; en la línea punteada la célula dispara. Entonces el voltaje expulsa el magnesio, entra calcio donde hay glutamato, y en los minutos siguientes llegan más receptores AMPA.",
      ask: "Dos cerrojos debían abrirse en el mismo instante. ¿Cuáles?",
    },
    "who-grew": {
      say: "Solo toca el grupo A. Dispara la célula entera, y las sinapsis de B también sienten ese disparo. Pero miren quién creció: solo las que tenían su propio glutamato. El aprendizaje es específico de la entrada.",
      ask: "Las sinapsis de B tenían el voltaje. ¿Qué les faltaba?",
    },
    "weak-alone": {
      say: "Pocos contactos, a un ritmo perfecto, y aún bajo el umbral: el magnesio sigue ahí y nada se guarda. No basta la sincronía; la célula debe estar despolarizada mientras hay glutamato.",
      ask: "¿Cómo podría aprenderse una entrada débil?",
    },
    "weak-and-strong": {
      say: "Ahora el grupo fuerte toca junto con el débil. Los fuertes hacen disparar la célula; los débiles están activos en ese instante y también crecen: asociatividad. Un recuerdo puede engancharse a lo que ocurre con él.",
      ask: "Nombren algo que recuerdan solo por lo que ocurrió al mismo tiempo.",
    },
    "bell-alone": {
      say: "El grupo A es la campana de Pavlov. Toca sola, antes de todo entrenamiento: la célula, que representa la respuesta, sigue en silencio.",
      ask: "¿Qué debe cambiar para que la campana sola la haga disparar?",
    },
    "bell-and-food": {
      say: "La campana y, un momento después, la comida, una y otra vez. La comida hace disparar la célula mientras el glutamato de la campana sigue ahí. El grupo C es otra campana, que nunca viene con comida: es nuestro control.",
      ask: "¿Qué esperan después de cada una de las dos campanas?",
    },
    "bell-again": {
      say: "Solo la campana. Si ahora hace disparar la célula, ustedes la condicionaron: la fuerza está en las sinapsis de la campana. El aprendizaje de un perro necesita más de una célula, pero este paso es el mismo.",
      ask: "¿Cómo lo desharían?",
    },
    "other-bell": {
      say: "Los mismos toques que la primera campana, nunca con comida. La célula sigue en silencio. No contó la práctica, sino la coincidencia.",
      ask: "¿Por qué los experimentos necesitan un grupo así?",
    },
    "too-late": {
      say: "El grupo B hace disparar la célula, el grupo A llega justo después. El magnesio ya volvió: entra poco calcio, y poco calcio debilita. Antes o después, los mismos dos hechos significan lo contrario.",
      ask: "De dos hechos, ¿cuál puede ser la causa del otro: el primero o el segundo?",
    },
    "other-half": {
      say: "Ahora el grupo B hace disparar la célula con fuerza, mientras A descansa. Las rondas espaciadas de B llevan la célula a fabricar proteínas; las sinapsis de A, ya marcadas, pueden capturarlas. Un recuerdo fuerte rescata a uno débil, cercano en el tiempo.",
      ask: "¿Por qué recuerdan lo que comieron el día en que pasó algo especial?",
    },
    picture: {
      say: "Ahora cada uno de ustedes es también una célula, que oye a todas las demás. Los de esta imagen tocan juntos. Cada línea que aparece es un par de sinapsis que creció. Nadie les dijo a las células cuáles van juntas.",
      ask: "¿Qué pasa con alguien de la imagen que no toca?",
    },
    "more-pictures": {
      say: "Más y más imágenes sobre las mismas sinapsis. Cada una todavía se aprende; las líneas empiezan a cruzarse por todas partes. Ninguna sinapsis pertenece a un solo recuerdo.",
      ask: "¿Dónde está ahora la primera imagen? ¿Se puede señalar?",
    },
    recall: {
      say: "Solo toca la mitad de una imagen. Quien oye lo suficiente de ella despierta. Con pocas imágenes, el todo vuelve a partir de una parte; con demasiadas despiertan las equivocadas: la memoria tiene una capacidad.",
      ask: "¿Qué olor o qué canción te trae de vuelta una escena entera?",
    },
  },
  conditions: {
    "mossy-fibre": {
      say: "Las fibras musgosas no necesitan receptores NMDA ni el disparo de la célula. Quien dispara mucho libera después más transmisor: el cambio es presináptico, en su propio terminal. No se pide coincidencia.",
      ask: 'Si nadie más tiene que disparar, ¿sigue siendo "juntos"?',
    },
    cerebellum: {
      say: "En el cerebelo la regla está invertida. La señal fuerte, que aquí es el disparo de la célula, avisa de un error: mucho calcio debilita a quien estaba activo. Aquí aprender es quitar.",
      ask: "¿Cuándo conviene debilitar lo que disparó junto?",
    },
    "either-order": {
      say: "En estas sinapsis el orden casi no importa: antes o después del disparo de la célula, ambas fortalecen. Según esta regla el calcio del propio disparo puede bastar; no busquen la célula de las otras rondas.",
      ask: "¿Qué se gana, y qué se pierde, si el orden no cuenta?",
    },
    aplysia: {
      say: "En la liebre de mar, en este modelo, no cuenta disparar juntos: cuenta la serotonina, que libera un golpe en la cola. Sin ella nada cambia, por bien que toquen. Aplíquenla en el laboratorio y jueguen otra vez.",
      ask: "¿Quién decide aquí qué vale la pena guardar?",
    },
    neonatal: {
      say: "En los primeros días de vida los dos cerrojos son los mismos, pero la quinasa PKA hace lo que después hará la CaMKII, y casi todas las sinapsis empiezan débiles o silenciosas: tienen más que ganar.",
      ask: "¿Por qué un cerebro joven empezaría con sinapsis silenciosas?",
    },
    neocortex: {
      say: "Estas sinapsis de la neocorteza se cansan: las primeras salvas liberan mucho, las siguientes poco, y los mismos toques apenas disparan la célula. Y su regla pesa a su manera el calcio de cada disparo.",
      ask: "¿Por qué la misma práctica no enseña a todas las partes del cerebro?",
    },
    "rule-set": {
      say: "La célula sigue ahora una regla publicada: el calcio sube un escalón con cada toque y cada disparo, y dos umbrales deciden. No dice de dónde viene el calcio. Comparen la curva con la de la célula habitual.",
      ask: "¿Qué medirían para distinguir dos reglas así?",
    },
    silent: {
      say: "Los receptores de la corriente rápida están bloqueados, y la célula calla por más que toquen. Sin despolarización el magnesio se queda y nada se guarda. Solo tocar no enseña nada.",
      ask: "¿Se perdió la memoria, o solo no se alcanza?",
    },
    apv: {
      say: "El APV bloquea los receptores NMDA. La célula puede disparar como antes, pues de eso se encargan los AMPA, pero allí no entra calcio y ninguna sinapsis cambia. Disparar no es aprender: transmitir y cambiar usan receptores distintos.",
      ask: "¿Se perdería con APV un recuerdo de ayer?",
    },
    bapta: {
      say: "El magnesio sale y el calcio entra, pero el BAPTA atrapa nueve décimas partes antes de que actúe. El potencial está, el mensaje no: el mensajero es el calcio, no el voltaje.",
      ask: "¿Qué prueba este experimento que no prueba bloquear el receptor?",
    },
    "camkii-block": {
      say: "El calcio entra como siempre, pero la CaMKII, la quinasa que fortalece, está bloqueada. Solo responden las enzimas que debilitan, y la práctica puede hasta debilitar. El mismo calcio puede ambas cosas; las enzimas deciden.",
      ask: "¿Por qué más calcio no siempre es más fuerza?",
    },
    "no-magnesium": {
      say: "Sin magnesio no hay tapón: falta uno de los dos cerrojos. El glutamato solo deja entrar calcio, y la célula dispara sin control, como en una epilepsia. Crecen sin ir al ritmo: ya no es memoria de una coincidencia.",
      ask: "¿Para qué sirve, entonces, el tapón?",
    },
    "high-magnesium": {
      say: "El doble de magnesio: los tapones vuelven antes y salen menos, y con los mismos disparos entra menos calcio. Las sinapsis que participaron crecen menos, o nada. Es un regulador, no un interruptor.",
      ask: "¿Qué esperarían con la mitad del magnesio?",
    },
    "exocytosis-block": {
      say: "Ningún receptor nuevo llega a la superficie. El crecimiento que se ve viene de los receptores que ya están y pasan a conducir más. Hay, pues, dos maneras de ser más fuerte, y esta es la parte menor.",
      ask: "¿Cómo bloquearían solo la otra manera?",
    },
    s831a: {
      say: "En este mutante los canales de los receptores no pueden pasar a conducir más. Aún llegan receptores nuevos: quien participó crece, pero menos y más tarde, solo por el número.",
      ask: "¿Qué viene primero en una sinapsis normal: mejores receptores, o más?",
    },
    "phosphatase-block": {
      say: "Las enzimas que debilitan están bloqueadas. Poco calcio ya no hace nada, y mucho fortalece sin oposición. Quien llega tarde ya no se debilita: solo queda una dirección.",
      ask: "¿Se podría aprender aún que dos cosas no van juntas?",
    },
  },
  steps: {
    lapse: {
      say: "El tiempo pasa en la célula, no en esta sala. Sin proteínas nuevas, el cambio temprano se pierde en horas. Lo que estaba marcado cuando llegaron proteínas queda por días. Olvidar no es un defecto: casi nada de un día merece guardarse.",
      ask: "¿Qué decide lo que queda?",
    },
    stimulate: {
      say: "Un electrodo toca por ustedes: pulsos aislados y lentos, durante minutos. Cada uno deja entrar un poco de calcio, y poco calcio debilita. La fuerza va en los dos sentidos.",
      ask: "¿Serviría una memoria que solo pudiera crecer?",
    },
    bet: {
      say: "Apuesten antes de verlo. Quien arriesgó una respuesta mira mejor, haya acertado o no. Primero expliquen sus razones a quien tienen al lado.",
      ask: "¿Qué tendría que ser cierto para que valga la otra respuesta?",
    },
    vote: {
      say: "Ustedes eligen el experimento. Cada droga detiene una parte de la cadena; lo que sigue ocurriendo muestra qué parte era.",
      ask: "¿Qué esperan si esa parte es la que cuenta?",
    },
    check: {
      say: "Nadie recibe nota, nadie ve quién eligió qué. Después conversen sobre las respuestas equivocadas: cada una tienta por una buena razón.",
      ask: "¿Qué respuesta equivocada defenderían, y cómo?",
    },
  },
};
