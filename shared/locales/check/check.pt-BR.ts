import type { CheckTexts } from "./check-texts.ts";

export const checkPtBR: CheckTexts = {
  title: "Teste da rede",
  intro:
    "A rede desta sala aguenta uma turma? Este computador a mede, e um celular ao lado dele. Leva um minuto. Deixe esta página à frente.",
  introPhone: "Este celular mede a rede para a página do seu professor. Deixe-a aberta por um minuto.",
  again: "Medir de novo",
  verdicts: { good: "Bom", fair: "Serve", problem: "Problema" },
  measuring: "Medindo",
  yours: "Sua vez",
  holding: "Medindo: faltam {seconds} s",
  overall: {
    good: "Pronto para uma turma",
    fair: "Serve. Leia o que está marcado com !",
    problem: "Ainda não está pronto. Leia o que está marcado com ✕",
  },
  names: {
    server: "Servidor",
    addresses: "Endereço para celulares",
    socket: "WebSocket",
    roundTrip: "Ida e volta",
    clock: "Relógio",
    screen: "Tela",
    drawing: "Imagem",
    sound: "Som",
    vibration: "Vibração",
    awake: "Tela fica acesa",
    storage: "Memória do navegador",
    language: "Idioma",
  },
  says: {
    serverOurs: "Responde em {ms} ms, e ninguém responde no lugar dele.",
    serverPortal: "Outra página responde no lugar dele. Entre no Wi-Fi e meça de novo.",
    serverSilent: "Sem resposta. O programa ainda está rodando, e este aparelho está na mesma rede?",
    addressesGood: "Alcançado: {reached}. É o que a parede mostra.",
    addressesSome:
      "Alcançado: {reached}. Não alcançado: {missed}. Se a parede mostrar um que não foi alcançado, use outra rede.",
    addressesNone: "Não alcançado: {missed}. Pode haver um firewall no caminho: libere a porta {port}.",
    addressesLonely:
      "Este computador não está em nenhuma rede. Entre no Wi-Fi dos celulares, ou crie um ponto de acesso, e meça de novo.",
    socketQuick: "Aberto há {seconds} s sem cair; a medição continua até o fim.",
    socketHeld: "Aberto por {seconds} s sem cair.",
    socketDropped:
      "Caiu {drops} vezes em {seconds} s. Os celulares voltam sozinhos, mas nesse meio-tempo toques se perdem: chegue mais perto do ponto de acesso.",
    socketUnsteady:
      "Caiu {drops} vezes em {seconds} s: algo corta as conexões. Peça à TI que deixe o WebSocket aberto para {host}, ou use um ponto de acesso próprio.",
    socketSilent: "Sem conexão, pois o servidor não responde.",
    roundTripGood: "Metade em até {p50} ms, 95 % em até {p95} ms: os toques chegam a tempo.",
    roundTripFair: "Metade em até {p50} ms, 95 % em até {p95} ms: a turma espera um pouco pelos toques mais lentos.",
    roundTripPoor:
      "Metade em até {p50} ms, 95 % em até {p95} ms: toques atrasados se perderão. Use outro Wi-Fi, ou um ponto de acesso próprio.",
    roundTripNone: "Sem conexão não há o que medir.",
    clockGood:
      "A {offset} s do relógio do servidor, {skew} ms por minuto de diferença. A turma acerta o próprio relógio.",
    clockOff:
      "A {offset} s do relógio do servidor. Para a turma não importa, mas páginas seguras podem não abrir: acerte-o.",
    clockDrifts: "Anda {skew} ms por minuto diferente do servidor: demais para manter o ritmo. Use outro aparelho.",
    clockNone: "Sem conexão não há como comparar.",
    screenGood:
      "{width} × {height}. As menores palavras têm 1/36 da altura: legíveis a até oito alturas da imagem de distância.",
    screenPart:
      "{width} × {height}, mas esta janela ocupa {percent} % da altura. Aperte F11: as palavras crescem com a janela.",
    screenSmall:
      "{width} × {height}. As palavras têm poucos pontos: sente todos a até seis alturas da imagem, ou aumente a resolução do projetor.",
    phoneScreenGood: "{width} × {height}: tudo cabe.",
    phoneScreenSmall: "{width} × {height}: mais estreita que 320. O botão cabe, algumas palavras vão quebrar.",
    drawingGood: "{renderer}, turma de sessenta: {fps} imagens por segundo, {ms} ms cada.",
    drawingFair: "{renderer}, turma de sessenta: {fps} imagens por segundo, {ms} ms cada. Feche outros programas.",
    drawingSlow:
      "{renderer}, turma de sessenta: {fps} imagens por segundo, {ms} ms cada. Use outro computador, ou uma janela menor.",
    drawingNone: "Não pode ser desenhada. Atualize o navegador; celulares e números funcionam sem ela.",
    phoneDrawingGood: "A própria sinapse: {fps} imagens por segundo.",
    phoneDrawingFair: "A própria sinapse: {fps} imagens por segundo. O botão não espera por ela.",
    soundAsk: "Aperte Tocar. Você ouve três notas?",
    soundHeard: "Ouvido.",
    soundUnheard:
      "Não ouvido. Escolha o projetor como saída, aumente o volume e toque de novo. A aula também funciona sem som.",
    soundNone: "Este navegador não tem som. A aula funciona sem ele.",
    vibrationGood: "Os toques podem ser sentidos.",
    vibrationNone: "Este navegador não vibra (iPhones nunca vibram). Nada mais falta.",
    awakeGood: "A página consegue mantê-la acesa.",
    awakeInsecure:
      "Por http simples uma página não pode mantê-la acesa. Ajuste o tempo de tela para dez minutos durante a aula.",
    awakeRefused: "O aparelho recusou (bateria fraca?). Ajuste o tempo de tela para dez minutos durante a aula.",
    storageGood:
      "Funciona: chaves e neurônios sobrevivem a uma recarga. Uma janela anônima os esquece quando é fechada.",
    storageNone:
      "Está desligada, então não dá para conduzir uma aula nem entrar em uma. Saia da janela anônima, ou permita dados do site.",
    languageGood: "{language}, como o navegador pede.",
    languageOther: "O navegador pede {wanted}, que não temos: escolha acima.",
  },
  autoplay: "Aqui o som pode começar sozinho.",
  noAutoplay: "O som começa com o primeiro clique.",
  play: "Tocar",
  heard: "Ouço",
  unheard: "Não ouço",
  phone: {
    title: "O mesmo a partir de um celular",
    scan: "Escaneie com um celular no Wi-Fi dos alunos, ou digite:",
    waiting: "Esperando um celular…",
    here: "Um celular chegou: neste Wi-Fi os aparelhos se veem.",
    going: "Ele está medindo.",
    verdict: "O celular:",
    figures: "Ida e volta {p50} ms, 95 % em até {p95} ms. Aberto por {held} s, caiu {drops} vezes.",
    nobodyTitle: "Nenhum celular chegou",
    nobody: [
      "A página dele nunca termina de carregar? Então o Wi-Fi separa os aparelhos (isolamento de clientes): crie um ponto de acesso neste computador e faça os celulares entrarem nele.",
      "Ele está no mesmo Wi-Fi, com os dados móveis desligados?",
      "O firewall deste computador perguntou algo? Libere conexões de entrada na porta {port}.",
    ],
    unpaired: "No momento o servidor não liga nenhum celular. Abra o endereço em um celular; o resultado aparece lá.",
    told: "A página do seu professor tem este resultado.",
    lost: "A página do professor não está mais lá. O resultado aparece só aqui.",
    teacher: "O computador do professor:",
  },
  letter: {
    title: "Para a TI da escola",
    heading: "Fire Together: teste da rede",
    copy: "Copiar",
    copied: "Copiado",
    uncopied: "Selecione o texto e copie-o.",
    save: "Salvar como texto",
    print: "Imprimir",
    label: "O resultado como texto",
    date: "Data",
    address: "Endereço",
    computer: "Computador",
    phone: "Celular",
    nophone: "nenhum celular participou",
    allow: "O que liberar",
    allows: [
      "Porta TCP {port} em {host}: HTTP e WebSocket (ws://{host}, wss://{host}), com o cabeçalho Upgrade. Nada mais: nenhum outro endereço, sem internet.",
      "Os celulares precisam alcançar esse endereço: sem isolamento de clientes entre eles e ele.",
      "As conexões podem ficar abertas durante uma aula; o servidor envia algo pelo menos a cada três segundos.",
    ],
    privacy: "Nada disto é guardado.",
  },
};
