import type { GuideTexts } from "./guide-texts.ts";

export const guideEn: GuideTexts = {
  title: "Teacher’s guide",
  print: "Print",
  intro: [
    "Fire Together shows how a memory may begin: long-term potentiation (LTP), the lasting strengthening of a synapse after the two neurons on its sides fire in sync. Every phone is one presynaptic neuron with one synapse; the cell on the wall belongs to the whole class.",
    "You need no neuroscience. Choose a lesson, press one button for each step, and read what to say from your phone.",
  ],
  setUp: {
    title: "Five minutes before the lesson",
    steps: [
      "Open the address that the program prints on the computer of the projector, and press New class.",
      "Try one phone of your own: scan the code on the wall. If it does not load, see “Networks” below.",
      "Under Display (the sliders), open Remote and scan its code with your phone: you can now lead from anywhere in the room, and read what to say.",
      "Few students? Add bots with +. They are drawn dashed, and tap as unsteadily as you set.",
      "Dark pictures on a weak projector? Press T for light colours. Somebody is made uneasy by motion? Display has less of it.",
    ],
  },
  networks: {
    title: "Networks",
    before:
      "A day before, in the same room: one page measures for a minute, with this computer and one phone, whether the network carries a class, says what to do where it does not, and writes a letter for the school’s IT:",
    check: "Network check",
    kinds: [
      {
        name: "School Wi-Fi",
        how: "Computer and phones in the same Wi-Fi; use the address on the wall, never localhost. No internet is needed.",
      },
      {
        name: "Hotspot of the computer",
        how: "If the Wi-Fi keeps its devices apart: Windows “Mobile hotspot”, macOS “Internet Sharing”, Linux “Wi-Fi hotspot”; phones join that.",
      },
      { name: "Hotspot of a phone", how: "Carries about ten devices. Let two or three students share one phone." },
      { name: "A server of the school", how: "One address for all rooms; ask IT to allow WebSocket on it." },
    ],
    trouble: "When something does not work",
    troubles: [
      {
        when: "Phones load for ever",
        does: "The Wi-Fi isolates its devices: use a hotspot. Or the computer’s firewall asks: allow port 2567.",
      },
      {
        when: "A phone says “connection lost”",
        does: "Wait: it comes back by itself, to the same synapse. Airplane mode on and off helps.",
      },
      {
        when: "The computer crashed",
        does: "Start the program again within twelve hours: the class goes on where it was.",
      },
      {
        when: "The wall says that something went wrong",
        does: "Only this class is paused, at worst some seconds back: Go on. If it comes again, End keeps what was recorded.",
      },
      {
        when: "The wall says that nothing is recorded",
        does: "The computer’s disk is full or away: free some space. The class plays on; what waits is written as soon as it can be.",
      },
      { when: "Somebody disturbs", does: "Display, Students: another name, or out. Lock the class against newcomers." },
      {
        when: "Somebody comes in twice, or from elsewhere",
        does: "Display, Students: print cards, one for each student, with the projector off, and let people in by card only.",
      },
    ],
  },
  lessons: {
    title: "Lessons",
    line: "The numbers are those of the list beside Start. Skip, repeat or go back as you like; the bent arrow takes the last step back.",
  },
  rounds: {
    title: "Rounds: what each shows, and what to say",
    line: "What the wall tells when the round has worked stands first; it also says why one did not.",
    shows: "Shows",
  },
  afterwards: {
    title: "Afterwards: the replay",
    items: [
      "Every class can be watched again: forwards and backwards, from a quarter to sixty-four times as fast, tick by tick, tap by tap, phase by phase. The line below the picture shows rounds, spikes, how well the class was in time, drugs, and what happened for the first time.",
      "Follow a neuron: choose a student’s number, and see beside the picture what that phone showed, “18 ms early” included. A click on a synapse follows that one.",
      "Bookmarks (B) and notes (N) stay with the class; a link leads others to the very moment. A part can be played in a loop, and saved as a film. The key ? lists all keys.",
    ],
  },
  limits: {
    title: "What the game does not show",
    items: [
      "One cell is not a brain. Memory belongs to networks; LTP is its best candidate mechanism, not memory itself.",
      "Time is stretched: 2.5 times slower than in the cell as a rule. What takes minutes to days is shown in seconds, and the wall says so.",
      "Counts of receptors are schematic (60 at rest). Directions, orders of magnitude and time courses are the laboratory’s; MODEL.md has every number and its source.",
      "A tap is a burst of four spikes, and a student is a bundle of contacts.",
      "Extinction in life is mostly new learning; here slow pulses weaken the bond itself.",
      "The class’s own pictures keep only the early change: they are gone within hours.",
      "CA1 is the standard; other regions follow other rules, and some of their numbers are textbook values.",
    ],
  },
  glossary: {
    title: "Glossary",
    words: [
      { word: "Synapse", is: "where one neuron speaks to the next: by a transmitter, across a gap" },
      { word: "Glutamate", is: "the transmitter of most exciting synapses" },
      { word: "EPSP", is: "the small rise of voltage that one synapse makes in the next cell" },
      {
        word: "AMPA receptor",
        is: "opens when glutamate binds; more of them, or more active ones: a stronger synapse",
      },
      {
        word: "NMDA receptor",
        is: "opens only with glutamate and voltage together, because magnesium plugs it; lets calcium in",
      },
      { word: "LTP, LTD", is: "lasting strengthening (much calcium), lasting weakening (a little)" },
      {
        word: "Tag and capture",
        is: "a synapse that changed is marked for hours and can catch proteins that the cell makes",
      },
      { word: "Theta burst", is: "short bursts five times a second, as when an animal explores: one tap is one burst" },
    ],
  },
  privacy: {
    title: "Privacy",
    items: [
      "No accounts. Neurons get animals’ names; names that students choose, if you let them, stay out of the recording and are forgotten when the class ends. Nothing is fetched from or sent to other servers.",
      "The journal keeps which neuron tapped when, what it bet on and answered. Who that was is known to the class alone.",
      "The quick check shows shares of the class, and none of fewer than five answers. Nobody is ranked anywhere.",
      "A session is deleted thirty days after its end, unless you keep it (My sessions on the home page; your school may have set other days). There you can also name it, share it by a link that you can take back, save it with its tables, and delete it for good.",
    ],
  },
};
