import { workerData } from 'node:worker_threads';
import { recognizerOf } from '../engine/entities/recognizer';
import { mentionsOfSentences } from '../engine/entities/sentence-mentions';
import { packMentions } from '../engine/entities/side-reader';
import { toTheEnd } from '../engine/steps';
import { FREE, READ, TAKEN, type Answer, type Order, type ThreadData } from './side-protocol';

// The program of the thread that reads sentences while the outline is made on the main one.
const { recognizer, port } = workerData as ThreadData, by = recognizerOf(recognizer);

port.on('message', ({ job, pass, sentences, states }: Order) => {
  if (Atomics.compareExchange(states, pass, FREE, TAKEN) !== FREE) return;
  const answer: Answer = { job, pass, mentions: packMentions(toTheEnd(mentionsOfSentences(sentences, by))) };
  port.postMessage(answer, [answer.mentions.numbers.buffer]);
  Atomics.store(states, pass, READ);
  Atomics.notify(states, pass);
});
