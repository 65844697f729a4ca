import type { GuideTexts } from "./guide-texts.ts";

export const guideEs: GuideTexts = {
  title: "Guía docente",
  print: "Imprimir",
  intro: [
    "Fire Together muestra cómo puede empezar un recuerdo: la potenciación a largo plazo (LTP), el fortalecimiento duradero de una sinapsis después de que las neuronas de ambos lados disparan en sincronía. Cada celular es una neurona presináptica con una sinapsis; la célula de la pantalla grande es de toda la clase.",
    "No hace falta saber neurociencia. Elija una lección, pulse un botón en cada paso y lea en su celular qué decir.",
  ],
  setUp: {
    title: "Cinco minutos antes de la clase",
    steps: [
      "En la computadora del proyector, abra la dirección que muestra el programa y pulse Nueva clase.",
      "Pruebe con un celular suyo: escanee el código de la pantalla grande. Si no carga, vea “Redes” más abajo.",
      "En Vista (los controles deslizantes), abra Control remoto y escanee el código con su celular: desde ahí conduce la clase en cualquier lugar del aula y lee qué decir.",
      "¿Pocos estudiantes? Agregue bots con +. Se dibujan con guiones y tocan con la irregularidad que usted elija.",
      "¿El proyector apaga los colores oscuros? Pulse T para colores claros. ¿A alguien le molesta el movimiento? En Vista se puede reducir.",
    ],
  },
  networks: {
    title: "Redes",
    before:
      "Un día antes, en la misma aula: una página mide durante un minuto, con esta computadora y un celular, si la red soporta una clase, dice qué hacer donde no y escribe una carta para el área de informática:",
    check: "Prueba de la red",
    kinds: [
      {
        name: "Wi-Fi de la escuela",
        how: "Computadora y celulares en el mismo Wi-Fi; use la dirección de la pantalla grande, nunca localhost. No hace falta internet.",
      },
      {
        name: "Punto de acceso de la computadora",
        how: "Si el Wi-Fi aísla los aparatos: Windows “Zona con cobertura inalámbrica móvil”, macOS “Compartir Internet”, Linux “Punto de acceso Wi-Fi”; los celulares se conectan a él.",
      },
      {
        name: "Punto de acceso de un celular",
        how: "Admite unos diez aparatos. Dos o tres estudiantes pueden compartir un celular.",
      },
      {
        name: "Un servidor de la escuela",
        how: "Una dirección para todas las aulas; pida al área de informática que permita WebSocket en ella.",
      },
    ],
    trouble: "Cuando algo no funciona",
    troubles: [
      {
        when: "Los celulares cargan sin fin",
        does: "El Wi-Fi aísla los aparatos: use un punto de acceso. O el firewall de la computadora pregunta: permita el puerto 2567.",
      },
      {
        when: "Un celular dice que perdió la conexión",
        does: "Espere: vuelve solo, a la misma sinapsis. Ayuda activar y desactivar el modo avión.",
      },
      {
        when: "La computadora se colgó",
        does: "Inicie el programa de nuevo antes de doce horas: la clase sigue donde estaba.",
      },
      {
        when: "La pantalla dice que algo falló",
        does: "Solo esta clase está en pausa, a lo sumo unos segundos atrás: Seguir. Si vuelve a ocurrir, Fin conserva lo grabado.",
      },
      {
        when: "La pantalla dice que no se graba",
        does: "El disco de la computadora está lleno o ausente: libere espacio. La clase sigue; lo que espera se graba en cuanto se puede.",
      },
      {
        when: "Alguien molesta",
        does: "Vista, Estudiantes: otro nombre, o fuera. Cierre la clase a quienes no estaban.",
      },
      {
        when: "Alguien entra dos veces, o desde afuera",
        does: "Vista, Estudiantes: imprima tarjetas, una por estudiante, con el proyector apagado, y deje entrar solo con tarjeta.",
      },
    ],
  },
  lessons: {
    title: "Lecciones",
    line: "Los números son los de la lista junto a Iniciar. Salte, repita o vuelva atrás a gusto; la flecha curva deshace el último paso.",
  },
  rounds: {
    title: "Rondas: qué muestra cada una y qué decir",
    line: "Primero está lo que cuenta la pantalla cuando la ronda salió bien; también dice por qué no salió.",
    shows: "Muestra",
  },
  afterwards: {
    title: "Después: volver a verla",
    items: [
      "Toda clase se puede volver a ver: hacia adelante y hacia atrás, de un cuarto a sesenta y cuatro veces la velocidad, paso a paso, toque a toque, fase a fase. La línea bajo la imagen muestra rondas, disparos, la sincronía de la clase, drogas y lo que ocurrió por primera vez.",
      "Siga una neurona: elija el número de un estudiante y verá junto a la imagen lo que mostraba su celular, incluso “18 ms antes”. Un clic en una sinapsis pasa a seguir la suya.",
      "Los marcadores (B) y las notas (N) se quedan con la clase; un enlace lleva a otros al momento exacto. Una parte se puede repetir en bucle y guardar como película. La tecla ? muestra todas las teclas.",
    ],
  },
  limits: {
    title: "Lo que el juego no muestra",
    items: [
      "Una célula no es un cerebro. La memoria es de las redes; la LTP es su mejor mecanismo candidato, no la memoria misma.",
      "El tiempo está estirado: por lo general, 2,5 veces más lento que en la célula. Lo que tarda de minutos a días se ve en segundos, y la pantalla lo dice.",
      "Las cuentas de receptores son esquemáticas (60 en reposo). Direcciones, órdenes de magnitud y cursos en el tiempo son los del laboratorio; MODEL.md trae cada número y su fuente.",
      "Un toque es una ráfaga de cuatro disparos, y un estudiante es un haz de contactos.",
      "En la vida, la extinción es sobre todo aprendizaje nuevo; aquí los pulsos lentos debilitan el vínculo mismo.",
      "Las imágenes de la clase guardan solo el cambio temprano: se pierden en horas.",
      "CA1 es la norma; otras regiones siguen otras reglas, y algunos de sus números son valores de libro de texto.",
    ],
  },
  glossary: {
    title: "Glosario",
    words: [
      {
        word: "Sinapsis",
        is: "donde una neurona le habla a la siguiente: con un transmisor, a través de una hendidura",
      },
      { word: "Glutamato", is: "el transmisor de la mayoría de las sinapsis excitadoras" },
      {
        word: "PEPS",
        is: "potencial postsináptico excitador: la pequeña subida de voltaje que una sinapsis produce en la célula siguiente",
      },
      {
        word: "Receptor AMPA",
        is: "se abre cuando se une el glutamato; más receptores, o más activos: una sinapsis más fuerte",
      },
      {
        word: "Receptor NMDA",
        is: "se abre solo con glutamato y voltaje a la vez, porque el magnesio lo tapa; deja entrar calcio",
      },
      { word: "LTP, LTD", is: "fortalecimiento duradero (mucho calcio), debilitamiento duradero (poco)" },
      {
        word: "Marcado y captura",
        is: "una sinapsis que cambió queda marcada por horas y puede capturar proteínas que fabrica la célula",
      },
      {
        word: "Ráfaga theta",
        is: "ráfagas cortas cinco veces por segundo, como cuando un animal explora: un toque es una ráfaga",
      },
    ],
  },
  privacy: {
    title: "Privacidad",
    items: [
      "Sin cuentas. Las neuronas llevan nombres de animales; los nombres que elijan los estudiantes, si lo permites, quedan fuera de la grabación y se olvidan al terminar la clase. Nada viene de otros servidores ni va a ellos.",
      "El diario guarda qué neurona tocó y cuándo, qué apostó y qué respondió. Quién era, solo lo sabe la clase.",
      "La prueba rápida muestra porcentajes de la clase, y ninguno de menos de cinco respuestas. En ningún lugar hay una clasificación de estudiantes.",
      "Una sesión se borra treinta días después de su fin, salvo que la conserves (Mis sesiones, en la página de inicio; tu escuela puede haber fijado otro plazo). Allí también puedes ponerle nombre, compartirla por un enlace que puedes retirar, guardarla con sus tablas y borrarla del todo.",
    ],
  },
};
