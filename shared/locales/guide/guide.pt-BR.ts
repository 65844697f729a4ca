import type { GuideTexts } from "./guide-texts.ts";

export const guidePtBR: GuideTexts = {
  title: "Guia do professor",
  print: "Imprimir",
  intro: [
    "Fire Together mostra como uma memória pode começar: a potenciação de longa duração (LTP), o fortalecimento duradouro de uma sinapse depois que os neurônios dos dois lados disparam em sincronia. Cada celular é um neurônio pré-sináptico com uma sinapse; a célula na parede é da turma inteira.",
    "Você não precisa saber neurociência. Escolha uma aula, aperte um botão a cada passo e leia no celular o que dizer.",
  ],
  setUp: {
    title: "Cinco minutos antes da aula",
    steps: [
      "No computador do projetor, abra o endereço que o programa mostra e aperte Nova turma.",
      "Teste um celular seu: escaneie o código na parede. Se não carregar, veja “Redes” abaixo.",
      "Em Tela (os controles deslizantes), abra Controle remoto e escaneie o código com o seu celular: você conduz de qualquer lugar da sala e lê o que dizer.",
      "Poucos estudantes? Acrescente robôs com +. Eles são desenhados tracejados e tocam com a imprecisão que você escolher.",
      "O projetor apaga as cores escuras? Aperte T para cores claras. O movimento incomoda alguém? Em Tela há menos movimento.",
    ],
  },
  networks: {
    title: "Redes",
    before:
      "Um dia antes, na mesma sala: uma página mede por um minuto, com este computador e um celular, se a rede aguenta uma turma, diz o que fazer onde não aguenta e escreve uma carta para a equipe de TI:",
    check: "Teste da rede",
    kinds: [
      {
        name: "Wi-Fi da escola",
        how: "Computador e celulares no mesmo Wi-Fi; use o endereço da parede, nunca localhost. Não é preciso internet.",
      },
      {
        name: "Ponto de acesso do computador",
        how: "Se o Wi-Fi isola os aparelhos: Windows “Hotspot móvel”, macOS “Compartilhamento de Internet”, Linux “Ponto de acesso Wi-Fi”; os celulares entram nele.",
      },
      {
        name: "Ponto de acesso de um celular",
        how: "Aguenta uns dez aparelhos. Dois ou três estudantes podem dividir um celular.",
      },
      {
        name: "Um servidor da escola",
        how: "Um endereço para todas as salas; peça à equipe de TI que libere WebSocket nele.",
      },
    ],
    trouble: "Quando algo não funciona",
    troubles: [
      {
        when: "Os celulares carregam sem parar",
        does: "O Wi-Fi isola os aparelhos: use um ponto de acesso. Ou o firewall do computador pergunta: permita a porta 2567.",
      },
      {
        when: "Um celular diz “conexão perdida”",
        does: "Espere: ele volta sozinho, à mesma sinapse. Ligar e desligar o modo avião ajuda.",
      },
      {
        when: "O computador travou",
        does: "Inicie o programa de novo em até doze horas: a turma continua de onde estava.",
      },
      {
        when: "A tela diz que algo deu errado",
        does: "Só esta turma está em pausa, no pior caso alguns segundos atrás: Continuar. Se acontecer de novo, Encerrar guarda o que foi gravado.",
      },
      {
        when: "A tela diz que não há gravação",
        does: "O disco do computador está cheio ou ausente: libere espaço. A turma continua; o que espera é gravado assim que possível.",
      },
      { when: "Alguém atrapalha", does: "Tela, Estudantes: outro nome, ou fora. Feche a turma para quem é novo." },
      {
        when: "Alguém entra duas vezes, ou de fora",
        does: "Tela, Estudantes: imprima cartões, um para cada estudante, com o projetor desligado, e só deixe entrar com cartão.",
      },
    ],
  },
  lessons: {
    title: "Aulas",
    line: "Os números são os da lista ao lado de Começar. Pule, repita ou volte à vontade; a seta curva desfaz o último passo.",
  },
  rounds: {
    title: "Rodadas: o que cada uma mostra e o que dizer",
    line: "Primeiro vem o que a parede conta quando a rodada deu certo; ela também diz por que não deu.",
    shows: "Mostra",
  },
  afterwards: {
    title: "Depois: assistir de novo",
    items: [
      "Toda aula pode ser assistida de novo: para a frente e para trás, de um quarto a sessenta e quatro vezes a velocidade, passo a passo, toque a toque, fase a fase. A linha abaixo da imagem mostra rodadas, disparos, a sincronia da turma, drogas e o que aconteceu pela primeira vez.",
      "Siga um neurônio: escolha o número de um aluno e veja, ao lado da imagem, o que aquele celular mostrava, até “18 ms adiantado”. Um clique em uma sinapse passa a seguir a dela.",
      "Marcadores (B) e notas (N) ficam com a aula; um link leva outras pessoas ao momento exato. Um trecho pode ser repetido e salvo como filme. A tecla ? mostra todas as teclas.",
    ],
  },
  limits: {
    title: "O que o jogo não mostra",
    items: [
      "Uma célula não é um cérebro. A memória é das redes; a LTP é o melhor mecanismo candidato, não a própria memória.",
      "O tempo é esticado: em geral 2,5 vezes mais lento que na célula. O que leva de minutos a dias aparece em segundos, e a parede avisa.",
      "As contagens de receptores são esquemáticas (60 em repouso). Direções, ordens de grandeza e cursos no tempo são os do laboratório; MODEL.md traz cada número e sua fonte.",
      "Um toque é uma rajada de quatro disparos, e um estudante é um feixe de contatos.",
      "Na vida, a extinção é sobretudo novo aprendizado; aqui pulsos lentos enfraquecem a própria ligação.",
      "As imagens da turma guardam só a mudança inicial: somem em horas.",
      "CA1 é o padrão; outras regiões seguem outras regras, e alguns de seus números são valores de livro-texto.",
    ],
  },
  glossary: {
    title: "Glossário",
    words: [
      { word: "Sinapse", is: "onde um neurônio fala com o seguinte: por um transmissor, através de uma fenda" },
      { word: "Glutamato", is: "o transmissor da maioria das sinapses excitatórias" },
      { word: "EPSP", is: "a pequena subida de voltagem que uma sinapse causa na célula seguinte" },
      {
        word: "Receptor AMPA",
        is: "abre quando o glutamato se liga; mais receptores, ou mais ativos: sinapse mais forte",
      },
      {
        word: "Receptor NMDA",
        is: "só abre com glutamato e voltagem juntos, porque o magnésio o tampa; deixa entrar cálcio",
      },
      { word: "LTP, LTD", is: "fortalecimento duradouro (muito cálcio), enfraquecimento duradouro (pouco)" },
      {
        word: "Marca e captura",
        is: "a sinapse que mudou fica marcada por horas e pode capturar proteínas que a célula produz",
      },
      {
        word: "Rajada teta",
        is: "rajadas curtas cinco vezes por segundo, como quando um animal explora: um toque é uma rajada",
      },
    ],
  },
  privacy: {
    title: "Privacidade",
    items: [
      "Sem contas. Os neurônios têm nomes de animais; nomes que os estudantes escolhem, se você permitir, ficam fora da gravação e são esquecidos quando a aula termina. Nada vem de outros servidores nem vai para eles.",
      "O diário guarda qual neurônio tocou quando, em que apostou e o que respondeu. Quem era, só a turma sabe.",
      "A verificação rápida mostra porcentagens da turma, e nenhuma com menos de cinco respostas. Ninguém é classificado em lugar nenhum.",
      "Uma sessão é apagada trinta dias depois do fim, a menos que você a mantenha (Minhas sessões, na página inicial; sua escola pode ter definido outro prazo). Ali você também pode dar-lhe um nome, compartilhá-la por um link que pode ser retirado, salvá-la com suas tabelas e apagá-la de vez.",
    ],
  },
};
