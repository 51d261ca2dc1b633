import { it } from 'vitest';
import { createRace } from '../../src/trainer/race';
import { raceEntries } from '../../src/trainer/lane';
import { surfaceNames } from '../../src/trainer/surfaces';
it('tune', () => {
  for (const surface of surfaceNames) {
    const race = createRace({ surface, optimizers: Object.values(raceEntries) });
    const t=performance.now(); race.seek(200); const dt=performance.now()-t;
    let out = surface+' '+dt.toFixed(1)+'ms\n';
    for (const lane of race.getSnapshot().lanes) {
      const way=[5,20,50,100,200].map(s=>{const k=race.lanes.find(l=>l.name===lane.name)!; const r=k.reach(s); return `${k.x(r).toFixed(2)},${k.y(r).toFixed(2)}`}).join('  ');
      out += `${lane.name.padEnd(9)} lr ${lane.learningRate} d ${lane.distance.toFixed(4)} div ${lane.divergedAt}  ${way}\n`;
    }
    process.stdout.write(out);
  }
});
