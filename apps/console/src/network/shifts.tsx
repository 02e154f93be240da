import { api } from '@firstfix/client/api.ts';
import { getEngineer, setShifts } from '@firstfix/contract/network/endpoints';
import type { EngineerDetail, ShiftHours } from '@firstfix/contract/network/schemas';
import { ActionDialog } from '../page/action-dialog.tsx';
import { Fact, Facts, Panel } from '../page/panel.tsx';
import { useWords } from '../words/words.ts';
import { hoursText, WEEKDAY_WORDS, WEEKDAYS, type Weekday } from './week.ts';

/** The weekly pattern and the days that differ from it. */
export function Shifts({ engineer }: { engineer: EngineerDetail }) {
  const say = useWords();
  const { week, exceptions } = engineer.shifts;
  const hoursOn = (weekday: Weekday) => week.find((one) => one.weekday === weekday)?.hours ?? null;
  const said = (hours: ShiftHours | null) => (hours === null ? say('network.dayOff') : hoursText(hours));
  return (
    <Panel title={say('network.shifts')} actions={<ChangeShifts engineer={engineer} />}>
      <Facts>
        {WEEKDAYS.map((weekday) => (
          <Fact key={weekday} name={say(WEEKDAY_WORDS[weekday])}>
            {said(hoursOn(weekday))}
          </Fact>
        ))}
        {exceptions.map(({ date, hours }) => (
          <Fact key={date} name={date}>
            {said(hours)}
          </Fact>
        ))}
      </Facts>
    </Panel>
  );
}

interface ShiftValues {
  readonly weekdays: Weekday[];
  readonly from: string;
  readonly to: string;
}

/** The same hours on each of the chosen days: breaks and single days stay as they are. */
function ChangeShifts({ engineer }: { engineer: EngineerDetail }) {
  const say = useWords();
  const { week, exceptions } = engineer.shifts;
  const [first] = week;
  const [from, to] = first ? hoursText(first.hours).split('–') : [];
  return (
    <ActionDialog<ShiftValues>
      title={say('network.changeShifts')}
      endpoint={setShifts}
      disabledReason={engineer.active ? undefined : say('network.hasLeft')}
      start={{
        weekdays: WEEKDAYS.filter((day) => week.some(({ weekday }) => weekday === day)),
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
      }}
      fields={[
        {
          name: 'weekdays',
          label: say('network.weekdays'),
          as: 'many',
          choices: WEEKDAYS.map((day) => ({ value: day, label: say(WEEKDAY_WORDS[day]) })),
        },
        { name: 'from', label: say('network.from'), as: 'clock' },
        { name: 'to', label: say('network.to'), as: 'clock' },
      ]}
      send={({ weekdays, from: start, to: end }) => {
        const hours = {
          startMinute: minuteOf(start),
          endMinute: minuteOf(end),
          breaks: first?.hours.breaks ?? [],
        };
        return api.call(setShifts, {
          params: { id: engineer.id },
          body: { week: weekdays.map((weekday) => ({ weekday, hours })), exceptions },
          ifMatch: engineer.version,
        });
      }}
      changes={[getEngineer]}
    />
  );
}

function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
