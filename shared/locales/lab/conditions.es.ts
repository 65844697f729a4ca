import type { LabTexts } from "./lab-texts.ts";

/** What the lab calls drugs, mechanisms and regions. */
export const conditionsEs: Pick<LabTexts, "drugs" | "modules" | "pathways"> = {
  drugs: {
    apv: { name: "APV", what: "Bloquea los receptores NMDA: nada se aprende, lo aprendido queda." },
    cnqx: { name: "CNQX", what: "Bloquea los receptores AMPA: sin PEPS, sin disparo y sin aprendizaje." },
    picrotoxin: {
      name: "Picrotoxina",
      what: "Bloquea la inhibición.",
      caveat: "La inhibición es débil en esta célula; los efectos reales son mayores.",
    },
    "high-magnesium": { name: "Magnesio alto", what: "2 mM afuera: el tapón de los receptores NMDA resiste." },
    "no-magnesium": {
      name: "Sin magnesio",
      what: "Sin tapón: hasta una entrada sola potencia, ya no hace falta la coincidencia.",
    },
    bapta: { name: "BAPTA", what: "Captura el calcio en la célula: nada se aprende." },
    "camkii-block": {
      name: "CaMKII bloqueada",
      what: "KN-62, o ratones T286A: sin potenciación, con depresión normal.",
      caveat: "Sin efecto en recién nacidos, donde la PKA hace su trabajo.",
    },
    "phosphatase-block": { name: "Fosfatasas bloqueadas", what: "Sin depresión; los pulsos lentos ahora potencian." },
    "pka-block": {
      name: "PKA bloqueada",
      what: "H-89: falla la LTP tardía; en recién nacidos y fibras musgosas, toda.",
    },
    s831a: { name: "GluA1-S831A", what: "Los receptores no se vuelven más activos; su número sí crece." },
    "exocytosis-block": {
      name: "Exocitosis bloqueada",
      what: "Ningún receptor llega a la superficie; solo crece su actividad.",
    },
    anisomycin: { name: "Anisomicina", what: "Sin proteínas nuevas: la LTP temprana es normal, la tardía falla." },
    "zif268-knockout": {
      name: "Sin el gen zif268",
      what: "Un décimo de las proteínas nuevas.",
      caveat: "El décimo es una elección de este modelo.",
    },
    "d1-block": { name: "D1/D5 bloqueados", what: "SCH23390: la dopamina no puede ayudar a que un episodio cuente." },
    novelty: {
      name: "Novedad, recompensa",
      what: "Dopamina y noradrenalina: un episodio cuenta más.",
      caveat: "En animales, durante cerca de una hora.",
    },
    zip: {
      name: "ZIP",
      what: "Borra la LTP tardía en una o dos horas.",
      caveat: "También lo hace en ratones sin PKMζ (Volk 2013): que la PKMζ guarde la memoria está en discusión.",
    },
    "enriched-environment": {
      name: "Jaula estimulante",
      what: "Las experiencias nuevas de las semanas siguientes desgastan la LTP duradera joven.",
      caveat: "Giro dentado de ratas vivas (Abraham 2002). Actúa solo sobre la LTP ya asentada.",
    },
    "activity-blockade": {
      name: "Tetrodotoxina por días",
      what: "Nada dispara. Con el escalamiento sináptico, todos los pesos crecen.",
    },
  },
  modules: {
    retention: {
      name: "Retención por meses",
      what: "La LTP tardía se pierde en días, salvo que sesiones espaciadas la asienten.",
      caveat: "Se vio en el giro dentado de ratas vivas, no en rebanadas de CA1. La ley es de este modelo.",
    },
    "heterosynaptic-ltd": {
      name: "LTD heterosináptica",
      what: "Mientras unas entradas potencian, las silenciosas pierden un poco.",
    },
    "homeostatic-shutdown": {
      name: "Freno homeostático",
      what: "Una célula con sinapsis ya fuertes no potencia más.",
    },
    "synaptic-scaling": {
      name: "Escalamiento sináptico",
      what: "En días, todos los pesos crecen en una célula silenciosa y bajan en una muy activa.",
    },
    metaplasticity: { name: "Umbral deslizante (BCM)", what: "Una célula muy activa es más difícil de potenciar." },
    "cross-talk": {
      name: "Influencia entre vecinas",
      what: "Junto a una sinapsis potenciada el umbral es más bajo por diez minutos.",
    },
    "behavioural-time-scale": {
      name: "Escala de tiempo de la conducta",
      what: "Un potencial de meseta fortalece lo que estuvo activo segundos antes.",
    },
    "chance-release": { name: "Azar en la liberación", what: "Cada contacto libera o no, al azar." },
    "plasticity-noise": { name: "Ruido en la plasticidad", what: "Pocos contactos, más azar en lo que se aprende." },
  },
  pathways: {
    ca1: { name: "CA3 → CA1, adulto", what: "La sinapsis para la que se hizo el modelo." },
    "ca1-neonatal": {
      name: "CA1, recién nacido",
      what: "La PKA hace el trabajo de la CaMKII; la mayoría de los contactos es débil.",
      caveat: "Un esbozo: los tamaños son propuestas.",
    },
    "mossy-fibre": {
      name: "Fibra musgosa → CA3",
      what: "Más transmisor, haga lo que haga la célula; los receptores NMDA no participan.",
      caveat: "Un esbozo: los tamaños son propuestas.",
    },
    "ca3-recurrent": { name: "CA3 → CA3", what: "Cualquier orden de los disparos potencia." },
    dentate: { name: "Giro dentado, vivo", what: "La LTP tardía puede durar meses." },
    cerebellum: {
      name: "Cerebelo (Purkinje)",
      what: "La regla invertida: mucho calcio debilita, poco fortalece.",
      caveat: "Un esbozo. El disparo de la célula representa al de la fibra trepadora.",
    },
    amygdala: {
      name: "Amígdala lateral",
      what: "El estímulo incondicionado trae su propia señal de recompensa.",
      caveat: "Un esbozo: los tamaños son propuestas.",
    },
    neocortex: { name: "Neocorteza, capa 5", what: "Necesita de 10 a 20 Hz o una fuerte despolarización." },
    culture: { name: "Neuronas en cultivo", what: "Bastan pares aislados de disparos: la curva de los libros." },
    aplysia: {
      name: "Aplysia (liebre de mar)",
      what: "Decide la serotonina, no la coincidencia.",
      caveat: "Un esbozo: los factores son propuestas.",
    },
    "gb-dp": { name: "Conjunto DP", what: "Depresión, después potenciación." },
    "gb-dpd": { name: "Conjunto DPD", what: "Depresión a ambos lados de la potenciación." },
    "gb-dpd-prime": { name: "Conjunto DPD′", what: "Lo mismo con un umbral alto." },
    "gb-p": { name: "Conjunto P", what: "Solo potenciación." },
    "gb-d": { name: "Conjunto D", what: "Solo depresión." },
    "gb-d-prime": { name: "Conjunto D′", what: "Depresión en un rango amplio." },
    "gb-hippocampal-slices": { name: "Conjunto rebanadas de hipocampo", what: "Ajustado a CA3 → CA1 a 5 Hz." },
    "gb-hippocampal-cultures": { name: "Conjunto cultivos de hipocampo", what: "Ajustado a neuronas en cultivo." },
    "gb-cortical-slices": { name: "Conjunto rebanadas de corteza", what: "Ajustado a la capa 5 de la corteza visual." },
  },
};
