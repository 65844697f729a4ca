import type { CardTexts } from "./cards-texts.ts";

export const cardsPtBR: CardTexts = {
  title: "O que dizer",
  asks: "Pergunte",
  start: {
    say: "Cada um de vocês é um neurônio, com uma sinapse numa célula que é de todos. Encontre o seu número na parede. Ninguém é classificado: só a turma faz algo acontecer.",
    ask: "Onde, num cérebro de verdade, poderia estar a sua sinapse?",
  },
  rounds: {
    "warm-up": {
      say: "Celulares e dedos adiantam ou atrasam um pouco, cada um do seu jeito. Oito toques medem isso, e daqui em diante é descontado, para o ritmo ser justo. A célula ainda não está ligada.",
      ask: "O que conta mais aqui: ser rápido ou estar junto?",
    },
    baseline: {
      say: "Toquem sozinhos, quando quiserem. Olhem o nível na célula: treme e volta. Uma sinapse muda uma fração de milivolt. Os tampões vermelhos, o magnésio, ficam nos receptores NMDA. Esta é a nossa linha de 100 %.",
      ask: "Por que seria ruim se um só neurônio disparasse o seguinte?",
    },
    together: {
      say: "Toquem com a batida. Muitos potenciais pequenos se somam; na linha tracejada a célula dispara. Então a voltagem expulsa o magnésio, o cálcio entra onde há glutamato, e nos minutos seguintes chegam mais receptores AMPA.",
      ask: "Duas trancas precisaram abrir no mesmo instante. Quais?",
    },
    "who-grew": {
      say: "Só o grupo A toca. A célula inteira dispara, e as sinapses de B também sentem esse disparo. Mas vejam quem cresceu: só as que tinham o próprio glutamato. O aprendizado é específico da entrada.",
      ask: "As sinapses de B tinham a voltagem. O que lhes faltava?",
    },
    "weak-alone": {
      say: "Poucos contatos, em ritmo perfeito, e ainda abaixo do limiar: o magnésio fica e nada se guarda. Estar em sincronia não basta; a célula precisa estar despolarizada enquanto há glutamato.",
      ask: "Como uma entrada fraca poderia ser aprendida?",
    },
    "weak-and-strong": {
      say: "Agora o grupo forte toca junto com o fraco. O forte dispara a célula, o fraco está ativo nesse instante e cresce também: associatividade. Uma memória pode se prender ao que acontece com ela.",
      ask: "Cite algo que você lembra só por causa do que aconteceu junto.",
    },
    "bell-alone": {
      say: "O grupo A é o sino de Pavlov. Toca sozinho, antes do treino: a célula, que representa a resposta, fica em silêncio.",
      ask: "O que precisa mudar para o sino sozinho a disparar?",
    },
    "bell-and-food": {
      say: "O sino e, um instante depois, a comida, várias vezes. A comida dispara a célula enquanto o glutamato do sino ainda está lá. O grupo C é outro sino, que nunca vem com comida: é o nosso controle.",
      ask: "O que vocês esperam dos dois sinos depois?",
    },
    "bell-again": {
      say: "Só o sino. Se ele agora dispara a célula, vocês a condicionaram: a força passou para as sinapses do sino. O aprendizado de um cão precisa de mais de uma célula, mas este passo é o mesmo.",
      ask: "Como vocês desfariam isso?",
    },
    "other-bell": {
      say: "Tantos toques quanto o primeiro sino, nunca com comida. A célula fica em silêncio. Não foi o treino que contou, foi a coincidência.",
      ask: "Por que experimentos precisam de um grupo assim?",
    },
    "too-late": {
      say: "O grupo B dispara a célula, o grupo A chega logo depois. O magnésio já voltou: entra pouco cálcio, e pouco cálcio enfraquece. Antes ou depois, os mesmos dois eventos querem dizer o contrário.",
      ask: "De dois eventos, qual pode ser a causa do outro: o primeiro ou o segundo?",
    },
    "other-half": {
      say: "Agora o grupo B dispara a célula com força, e A descansa. As rodadas espaçadas de B fazem a célula produzir proteínas; as sinapses de A, já marcadas, podem capturá-las. A memória fraca é salva por uma forte, próxima no tempo.",
      ask: "Por que você lembra o que comeu num dia em que algo especial aconteceu?",
    },
    picture: {
      say: "Agora cada um de vocês também é uma célula, que ouve todas as outras. Os desta imagem tocam juntos. Cada linha que aparece são sinapses que cresceram. Ninguém disse às células quem é de quem.",
      ask: "O que acontece com alguém da imagem que não toca?",
    },
    "more-pictures": {
      say: "Mais e mais imagens sobre as mesmas sinapses. Cada uma ainda é aprendida; as linhas começam a se cruzar por toda parte. Nenhuma sinapse pertence a uma só memória.",
      ask: "Onde está agora a primeira imagem? Dá para apontar?",
    },
    recall: {
      say: "Só metade de uma imagem toca. Quem ouve o bastante dela acorda. Com poucas imagens, o todo volta a partir de uma parte; com demais, acordam os errados: a memória tem uma capacidade.",
      ask: "Que cheiro ou música traz de volta uma cena inteira para você?",
    },
  },
  conditions: {
    "mossy-fibre": {
      say: "As fibras musgosas não precisam de receptores NMDA nem do disparo da célula. Quem dispara muito libera mais transmissor depois: a mudança é pré-sináptica, no seu próprio terminal. Não se exige coincidência.",
      ask: 'Se ninguém mais precisa disparar, ainda é "juntos"?',
    },
    cerebellum: {
      say: "No cerebelo a regra é invertida. O sinal forte, que aqui é o disparo da célula, avisa de um erro: muito cálcio enfraquece quem estava ativo. Aqui aprender é retirar.",
      ask: "Quando é útil enfraquecer o que disparou junto?",
    },
    "either-order": {
      say: "Nestas sinapses a ordem quase não importa: antes ou depois do disparo da célula, ambas fortalecem. Por esta regra o cálcio do próprio disparo pode bastar; não procurem a célula das outras rodadas.",
      ask: "O que se ganha, e o que se perde, quando a ordem não conta?",
    },
    aplysia: {
      say: "Na lesma-do-mar, neste modelo, o que conta não é disparar junto: é a serotonina, que um choque na cauda libera. Sem ela nada muda, por melhor que toquem. Apliquem-na no laboratório e joguem de novo.",
      ask: "Quem decide aqui o que vale a pena guardar?",
    },
    neonatal: {
      say: "Nos primeiros dias de vida as duas trancas são as mesmas, mas a quinase PKA faz o que depois fará a CaMKII, e a maioria das sinapses começa fraca ou silenciosa: têm mais a ganhar.",
      ask: "Por que um cérebro jovem começaria com sinapses silenciosas?",
    },
    neocortex: {
      say: "Estas sinapses do neocórtex se cansam: as primeiras salvas liberam muito, as seguintes pouco, e os mesmos toques mal disparam a célula. E sua regra pesa o cálcio de cada disparo à sua maneira.",
      ask: "Por que a mesma prática não ensina todas as partes do cérebro?",
    },
    "rule-set": {
      say: "A célula segue agora uma regra publicada: o cálcio sobe um degrau a cada toque e a cada disparo, e dois limiares decidem. De onde vem o cálcio ela não diz. Comparem a curva com a da célula habitual.",
      ask: "O que vocês mediriam para distinguir duas regras assim?",
    },
    silent: {
      say: "Os receptores da corrente rápida estão bloqueados, e a célula fica em silêncio por mais que toquem. Sem despolarização o magnésio fica e nada se guarda. Só tocar não ensina nada.",
      ask: "A memória sumiu, ou só não pode ser alcançada?",
    },
    apv: {
      say: "O APV bloqueia os receptores NMDA. A célula pode disparar como antes, pois isso fazem os receptores AMPA, mas ali não entra cálcio e nenhuma sinapse muda. Disparar não é aprender: a transmissão e sua mudança usam receptores diferentes.",
      ask: "Uma memória de ontem se perderia com o APV?",
    },
    bapta: {
      say: "O magnésio sai e o cálcio entra, mas o BAPTA captura nove décimos dele antes que aja. O potencial está lá, a mensagem não: o mensageiro é o cálcio, não a voltagem.",
      ask: "O que este experimento prova que bloquear o receptor não prova?",
    },
    "camkii-block": {
      say: "O cálcio entra como sempre, mas a CaMKII, a quinase que fortalece, está bloqueada. Só respondem as enzimas que enfraquecem, e a prática pode até deixar a sinapse mais fraca. O mesmo cálcio pode ambos; as enzimas decidem.",
      ask: "Por que mais cálcio nem sempre significa mais força?",
    },
    "no-magnesium": {
      say: "Sem magnésio não há tampão: uma das duas trancas sumiu. O glutamato sozinho deixa entrar cálcio, e a célula dispara sem controle, como numa fatia epiléptica. Crescem sem precisar de ritmo: já não é memória de uma coincidência.",
      ask: "Para que serve, então, o tampão?",
    },
    "high-magnesium": {
      say: "O dobro de magnésio: os tampões voltam antes e saem menos, e com os mesmos disparos entra menos cálcio. As sinapses que participaram crescem menos, ou nada. É um botão de volume, não um interruptor.",
      ask: "O que vocês esperariam com metade do magnésio?",
    },
    "exocytosis-block": {
      say: "Nenhum receptor novo chega à superfície. O crescimento que aparece vem dos receptores que já estão lá e passam a conduzir mais. Há então duas maneiras de ficar mais forte, e esta é a parte menor.",
      ask: "Como vocês bloqueariam só a outra maneira?",
    },
    s831a: {
      say: "Neste mutante os canais dos receptores não podem passar a conduzir mais. Receptores novos ainda chegam: quem participou cresce, mas menos e mais tarde, só pelo número.",
      ask: "O que vem primeiro numa sinapse normal: receptores melhores, ou mais deles?",
    },
    "phosphatase-block": {
      say: "As enzimas que enfraquecem estão bloqueadas. Pouco cálcio já não faz nada, e muito fortalece sem oposição. Quem chega tarde já não é punido: só resta uma direção.",
      ask: "Ainda seria possível aprender que duas coisas não andam juntas?",
    },
  },
  steps: {
    lapse: {
      say: "O tempo passa na célula, não nesta sala. Sem proteínas novas a mudança inicial se apaga em horas. O que estava marcado quando as proteínas vieram fica por dias. Esquecer não é defeito: quase nada de um dia merece ficar.",
      ask: "O que decide o que fica?",
    },
    stimulate: {
      say: "Um eletrodo toca por vocês: pulsos isolados e lentos, por minutos. Cada um deixa entrar um pouco de cálcio, e pouco cálcio enfraquece. A força vai nos dois sentidos.",
      ask: "Uma memória que só pudesse crescer serviria para alguma coisa?",
    },
    bet: {
      say: "Apostem antes de ver. Quem arriscou um palpite olha melhor, certo ou errado. Primeiro expliquem o motivo a quem está ao lado.",
      ask: "O que teria de ser verdade para a outra resposta valer?",
    },
    vote: {
      say: "Vocês escolhem o experimento. Cada droga para uma parte da cadeia; o que ainda acontece mostra qual era essa parte.",
      ask: "O que vocês esperam se a sua parte for a que conta?",
    },
    check: {
      say: "Ninguém recebe nota, ninguém vê quem escolheu o quê. Depois conversem sobre as respostas erradas: cada uma parece certa por um bom motivo.",
      ask: "Que resposta errada você defenderia, e como?",
    },
  },
};
