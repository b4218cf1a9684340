import { workerData } from 'node:worker_threads';
import { packMentions } from '../engine/entities/packed-mentions';
import { recognizerOf } from '../engine/entities/recognizer';
import { mentionsOfSentences } from '../engine/entities/sentence-mentions';
import { toTheEnd } from '../engine/steps';
import { FREE, READ, TAKEN, type Answer, type Found, type Order, type ThreadData } from './side-protocol';

// The program of the thread that reads sentences, and after them the outline, while something else is done on the main one.
const { recognizer, port } = workerData as ThreadData, by = recognizerOf(recognizer);

port.on('message', (order: Order) => {
  const { pass, states, work } = order;
  if (Atomics.compareExchange(states, pass, FREE, TAKEN) !== FREE) return;
  if ('sentences' in work) answer(order, packMentions(toTheEnd(mentionsOfSentences(work.sentences, by))));
  // without an answer it is read on the main thread, which must not wait for one
  else void import('./side-outline').then(({ readPackedOutline }) => { answer(order, readPackedOutline(work.given)); }).catch(() => { finish(order); });
});

function answer(order: Order, found: Found): void {
  const { job, pass } = order, message: Answer = { job, pass, found };
  port.postMessage(message, [found.numbers.buffer]);
  finish(order);
}

function finish({ pass, states }: Order): void {
  Atomics.store(states, pass, READ);
  Atomics.notify(states, pass);
}
