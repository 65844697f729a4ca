import type { CardTexts } from "./cards-texts.ts";

export const cardsEn: CardTexts = {
  title: "What to say",
  asks: "Ask",
  start: {
    say: "Each of you is one neuron with one synapse on a cell that you all share. Find your number on the wall. Nobody is ranked: only the class can make something happen.",
    ask: "Where in a real brain could your one synapse be?",
  },
  rounds: {
    "warm-up": {
      say: "Phones and thumbs are a little early or late, each in its own way. Eight taps measure that, and from now on it is taken off, so that timing is fair. The cell is not connected yet.",
      ask: "What matters more here: being fast, or being together?",
    },
    baseline: {
      say: "Tap alone, whenever you like. Watch the level in the cell: it twitches and falls back. One synapse moves it by a fraction of a millivolt. The red plugs, magnesium, stay in the NMDA receptors. This is our 100 % line.",
      ask: "Why would it be bad if one neuron alone could fire the next?",
    },
    together: {
      say: "Tap with the beat. Many small potentials add up; at the dashed line the cell fires. Then the voltage drives the magnesium out, calcium enters where glutamate is, and in the minutes after more AMPA receptors arrive.",
      ask: "Two locks had to open at the same moment. Which ones?",
    },
    "who-grew": {
      say: "Only group A taps. The whole cell fires, and group B's synapses feel that spike, too. Yet look who grew: only synapses with glutamate of their own. Learning is specific to the input.",
      ask: "B's synapses had the voltage. What were they missing?",
    },
    "weak-alone": {
      say: "Few contacts, in perfect time, and still below threshold: the magnesium stays, and nothing is kept. Being in sync is not enough; the cell must be depolarised while the glutamate is there.",
      ask: "How could a weak input ever be learnt?",
    },
    "weak-and-strong": {
      say: "Now the strong group taps with the weak one. The strong fire the cell, the weak are active at that instant, and they grow as well: associativity. A memory can hang on to something that happens with it.",
      ask: "Name something you remember only because of what happened with it.",
    },
    "bell-alone": {
      say: "Group A is Pavlov's bell. It taps alone, before any training: the cell, which stands for the response, stays silent.",
      ask: "What has to change so that the bell alone fires it?",
    },
    "bell-and-food": {
      say: "The bell, and food a moment later, again and again. Food fires the cell while the bell's glutamate is still there. Group C is another bell that never comes with food: it is our control.",
      ask: "What do you expect of the two bells afterwards?",
    },
    "bell-again": {
      say: "Only the bell. If it fires the cell now, you have conditioned it: the strength has moved into the bell's synapses. A real dog's learning needs more than one cell, but this step is the same.",
      ask: "How would you undo it?",
    },
    "other-bell": {
      say: "As many taps as the first bell, never with food. The cell stays silent. It was not the practice that counted but the coincidence.",
      ask: "Why do experiments need such a group?",
    },
    "too-late": {
      say: "Group B fires the cell, group A comes just after. The magnesium is back by then: little calcium enters, and a little calcium weakens. Before or after, the same two events mean opposite things.",
      ask: "Which of two events could be the cause of the other: the earlier or the later?",
    },
    "other-half": {
      say: "Group B now fires the cell hard, while A rests. B's spaced rounds make the cell produce proteins; A's synapses, tagged before, can catch them. The weak memory is rescued by a strong one nearby in time.",
      ask: "Why do you remember what you ate on a day when something special happened?",
    },
    picture: {
      say: "Now each of you is a cell, too, and hears all the others. Those of this picture tap together. Every line that appears is a pair of synapses that grew. Nobody told the cells who belongs together.",
      ask: "What happens to somebody of the picture who does not tap?",
    },
    "more-pictures": {
      say: "More and more pictures over the same synapses. Each is still learnt; the lines begin to cross everywhere. No synapse belongs to one memory.",
      ask: "Where is the first picture now? Can you point at it?",
    },
    recall: {
      say: "Only half of a picture taps. Whoever hears enough of it wakes up. With few pictures the whole comes back from a part; with too many the wrong ones wake: a memory has a capacity.",
      ask: "Which smell or song brings back a whole scene for you?",
    },
  },
  conditions: {
    "mossy-fibre": {
      say: "Mossy fibres need no NMDA receptors and no spike of the cell. Who fires often releases more transmitter afterwards: this change is presynaptic, in your own terminal. Coincidence is not asked for.",
      ask: 'If nobody else need fire, is it still "together"?',
    },
    cerebellum: {
      say: "In the cerebellum the rule is turned round. The strong signal, which the cell's spike stands for here, tells of an error: much calcium weakens whoever was active. Learning here means taking away.",
      ask: "When is it useful to weaken what fired together?",
    },
    "either-order": {
      say: "At these synapses the order hardly matters: before or after the cell's spike, both strengthen. As this rule counts, the spike's own calcium can be enough, so do not look for the cell of the other rounds.",
      ask: "What is gained, and what lost, when order does not count?",
    },
    aplysia: {
      say: "In the sea hare firing together is not what counts in this model: serotonin is, which a tail shock releases. Without it nothing changes, however well you tap. Give it in the laboratory panel and play again.",
      ask: "Who decides here what is worth keeping?",
    },
    neonatal: {
      say: "In the first days of life the two locks are the same, but the kinase PKA does what CaMKII does later, and most synapses start weak or silent: they have more to win.",
      ask: "Why might a young brain start with silent synapses?",
    },
    neocortex: {
      say: "These synapses of the neocortex tire: the first bursts release much, the next ones little, so that the same taps may hardly fire the cell. And its rule weighs the calcium of each spike in its own way.",
      ask: "Why does the same practice not teach every part of the brain?",
    },
    "rule-set": {
      say: "The cell follows a rule from a publication now: calcium steps up with each tap and each spike, and two thresholds decide. Where the calcium comes from it does not say. Compare what the curve does with the usual cell.",
      ask: "What would you measure to tell two such rules apart?",
    },
    silent: {
      say: "The receptors that carry the fast current are blocked, so the cell stays silent however many tap. Without depolarisation the magnesium stays and nothing is kept. The tapping alone teaches nothing.",
      ask: "Is the memory gone, or only out of reach?",
    },
    apv: {
      say: "APV blocks the NMDA receptors. The cell may fire as before, since AMPA receptors do that, yet no calcium enters there and no synapse changes. Firing is not learning: transmission and its change use different receptors.",
      ask: "Would a memory from yesterday be lost under APV?",
    },
    bapta: {
      say: "The magnesium leaves and calcium enters, but BAPTA catches nine tenths of it before it can act. The potential is there, the message is not: calcium is the messenger, not the voltage.",
      ask: "What does this experiment prove that blocking the receptor does not?",
    },
    "camkii-block": {
      say: "Calcium enters as ever, but CaMKII, the kinase that strengthens, is blocked. Only the weakening enzymes answer, so practice may even leave a synapse weaker. The same calcium can do either; enzymes decide.",
      ask: "Why does more calcium not always mean more strength?",
    },
    "no-magnesium": {
      say: "No magnesium, no plug: one of the two locks is gone. Glutamate alone now lets calcium in, and the cell fires wildly, as in an epileptic slice. Synapses grow without having to be in time: that is no longer a memory of a coincidence.",
      ask: "What is the plug good for, then?",
    },
    "high-magnesium": {
      say: "Twice the magnesium: the plugs come back sooner and leave more rarely, so less calcium enters with the same spikes. The synapses that took part grow less, or not at all. It is a dial, not a switch.",
      ask: "What would you expect of half the magnesium?",
    },
    "exocytosis-block": {
      say: "No new receptor can reach the surface. What growth you see comes from the receptors that are there already, each made to conduct more. So there are two ways to be stronger, and this one is the smaller part.",
      ask: "How would you block only the other way?",
    },
    s831a: {
      say: "In this mutant the receptors' channels cannot be made to conduct more. New receptors still arrive, so the synapses that took part do grow, but less, and later: the number has to do it alone.",
      ask: "Which comes first in a normal synapse: better receptors, or more of them?",
    },
    "phosphatase-block": {
      say: "The enzymes that weaken are blocked. A little calcium no longer does anything, and much of it strengthens with nothing to oppose it. What comes too late is no longer punished: only one direction is left.",
      ask: "Could you still learn that two things do not belong together?",
    },
  },
  steps: {
    lapse: {
      say: "Time passes in the cell, not in this room. Without new proteins the early change fades in hours. What was tagged when proteins came stays for days. Forgetting is not a fault: most of a day is not worth keeping.",
      ask: "What decides what stays?",
    },
    stimulate: {
      say: "An electrode taps for you: slow single pulses, for minutes. Each lets a little calcium in, and a little calcium weakens. Strength goes both ways.",
      ask: "Would a memory that could only grow be of use?",
    },
    bet: {
      say: "Place your bet before you see it. Whoever has guessed looks more closely, right or wrong. Give reasons to your neighbour first.",
      ask: "What would have to be true for the other answer?",
    },
    vote: {
      say: "You choose the experiment. Each drug stops one part of the chain; what still happens shows which part that was.",
      ask: "What do you expect if your part is the one that counts?",
    },
    check: {
      say: "Nobody is marked, nobody sees who chose what. Afterwards talk about the wrong answers: each of them tempts for a good reason.",
      ask: "Which wrong answer would you defend, and how?",
    },
  },
};
