import type { LabTexts } from "./lab-texts.ts";

/** What the lab calls drugs, mechanisms and regions. */
export const conditionsPtBR: Pick<LabTexts, "drugs" | "modules" | "pathways"> = {
  drugs: {
    apv: { name: "APV", what: "Bloqueia os receptores NMDA: nada se aprende, o que se aprendeu fica." },
    cnqx: { name: "CNQX", what: "Bloqueia os receptores AMPA: sem PEPS, sem disparo e sem aprendizado." },
    picrotoxin: {
      name: "Picrotoxina",
      what: "Bloqueia a inibição.",
      caveat: "A inibição é fraca nesta célula; os efeitos reais são maiores.",
    },
    "high-magnesium": { name: "Magnésio alto", what: "2 mM fora da célula: o tampão dos receptores NMDA resiste." },
    "no-magnesium": {
      name: "Sem magnésio",
      what: "Sem tampão: até uma entrada sozinha potencia, a coincidência não é mais necessária.",
    },
    bapta: { name: "BAPTA", what: "Captura o cálcio na célula: nada se aprende." },
    "camkii-block": {
      name: "CaMKII bloqueada",
      what: "KN-62, ou camundongos T286A: sem potenciação, com depressão normal.",
      caveat: "Sem efeito em recém-nascidos, em que a PKA faz o trabalho dela.",
    },
    "phosphatase-block": { name: "Fosfatases bloqueadas", what: "Sem depressão; pulsos lentos agora potenciam." },
    "pka-block": {
      name: "PKA bloqueada",
      what: "H-89: a LTP tardia falha; em recém-nascidos e fibras musgosas, toda ela.",
    },
    s831a: { name: "GluA1-S831A", what: "Os receptores não ficam mais ativos; seu número ainda cresce." },
    "exocytosis-block": {
      name: "Exocitose bloqueada",
      what: "Nenhum receptor chega à superfície; só a atividade deles cresce.",
    },
    anisomycin: { name: "Anisomicina", what: "Sem novas proteínas: a LTP precoce é normal, a tardia falha." },
    "zif268-knockout": {
      name: "Nocaute de zif268",
      what: "Um décimo das novas proteínas.",
      caveat: "O décimo é uma escolha deste modelo.",
    },
    "d1-block": { name: "D1/D5 bloqueados", what: "SCH23390: a dopamina não pode ajudar um episódio a contar." },
    novelty: {
      name: "Novidade, recompensa",
      what: "Dopamina e noradrenalina: um episódio conta mais.",
      caveat: "Em animais, por cerca de uma hora.",
    },
    zip: {
      name: "ZIP",
      what: "Apaga a LTP tardia em uma ou duas horas.",
      caveat: "Faz isso também em camundongos sem PKMζ (Volk 2013): que a PKMζ guarde a memória é contestado.",
    },
    "enriched-environment": {
      name: "Gaiola animada",
      what: "Novas experiências nas semanas seguintes desgastam a LTP duradoura jovem.",
      caveat: "Giro denteado de ratos vivos (Abraham 2002). Age só sobre a LTP já assentada.",
    },
    "activity-blockade": {
      name: "Tetrodotoxina por dias",
      what: "Nada dispara. Com o escalonamento sináptico, todos os pesos crescem.",
    },
  },
  modules: {
    retention: {
      name: "Retenção por meses",
      what: "A LTP tardia some em dias, a não ser que sessões espaçadas a assentem.",
      caveat: "Demonstrado no giro denteado de ratos vivos, não em fatias de CA1. A lei é deste modelo.",
    },
    "heterosynaptic-ltd": {
      name: "LTD heterossináptica",
      what: "Enquanto algumas entradas potenciam, as silenciosas perdem um pouco.",
    },
    "homeostatic-shutdown": {
      name: "Desligamento homeostático",
      what: "Uma célula cujas sinapses já são fortes não potencia mais.",
    },
    "synaptic-scaling": {
      name: "Escalonamento sináptico",
      what: "Em dias, todos os pesos crescem em uma célula silenciosa e encolhem em uma muito ativa.",
    },
    metaplasticity: { name: "Limiar deslizante (BCM)", what: "Uma célula muito ativa é mais difícil de potenciar." },
    "cross-talk": {
      name: "Conversa entre vizinhas",
      what: "Ao lado de uma sinapse potenciada o limiar fica mais baixo por dez minutos.",
    },
    "behavioural-time-scale": {
      name: "Escala de tempo do comportamento",
      what: "Um potencial de platô fortalece o que estava ativo segundos antes.",
    },
    "chance-release": { name: "Acaso na liberação", what: "Cada contato libera ou não, ao acaso." },
    "plasticity-noise": { name: "Ruído na plasticidade", what: "Poucos contatos, mais acaso no que se aprende." },
  },
  pathways: {
    ca1: { name: "CA3 → CA1, adulto", what: "A sinapse para a qual o modelo foi feito." },
    "ca1-neonatal": {
      name: "CA1, recém-nascido",
      what: "A PKA faz o trabalho da CaMKII; a maioria dos contatos é fraca.",
      caveat: "Um esboço: os tamanhos são propostas.",
    },
    "mossy-fibre": {
      name: "Fibra musgosa → CA3",
      what: "Mais transmissor, faça a célula o que fizer; os receptores NMDA não participam.",
      caveat: "Um esboço: os tamanhos são propostas.",
    },
    "ca3-recurrent": { name: "CA3 → CA3", what: "Qualquer ordem dos disparos potencia." },
    dentate: { name: "Giro denteado, vivo", what: "A LTP tardia pode durar meses." },
    cerebellum: {
      name: "Cerebelo (Purkinje)",
      what: "A regra invertida: muito cálcio enfraquece, pouco fortalece.",
      caveat: "Um esboço. O disparo da célula faz as vezes da fibra trepadeira.",
    },
    amygdala: {
      name: "Amígdala lateral",
      what: "O estímulo incondicionado traz seu próprio sinal de recompensa.",
      caveat: "Um esboço: os tamanhos são propostas.",
    },
    neocortex: { name: "Neocórtex, camada 5", what: "Precisa de 10 a 20 Hz ou de forte despolarização." },
    culture: { name: "Neurônios em cultura", what: "Pares isolados de disparos bastam: a curva dos livros." },
    aplysia: {
      name: "Aplysia (lesma-do-mar)",
      what: "Quem decide é a serotonina, não a coincidência.",
      caveat: "Um esboço: os fatores são propostas.",
    },
    "gb-dp": { name: "Conjunto DP", what: "Depressão, depois potenciação." },
    "gb-dpd": { name: "Conjunto DPD", what: "Depressão dos dois lados da potenciação." },
    "gb-dpd-prime": { name: "Conjunto DPD′", what: "O mesmo com um limiar alto." },
    "gb-p": { name: "Conjunto P", what: "Só potenciação." },
    "gb-d": { name: "Conjunto D", what: "Só depressão." },
    "gb-d-prime": { name: "Conjunto D′", what: "Depressão em uma faixa larga." },
    "gb-hippocampal-slices": { name: "Conjunto fatias de hipocampo", what: "Ajustado a CA3 → CA1 a 5 Hz." },
    "gb-hippocampal-cultures": { name: "Conjunto culturas de hipocampo", what: "Ajustado a neurônios em cultura." },
    "gb-cortical-slices": { name: "Conjunto fatias de córtex", what: "Ajustado à camada 5 do córtex visual." },
  },
};
