import type { Connection, Connections as All, Connector } from 'oo-client';
import { useEffect, useRef, useState } from 'preact/hooks';
import { asks, askThere, end, letIn, look, redeem, returned, standing, type Wanted } from './connections';
import { strings } from './strings';
import { sourceName } from './words';

const words = strings.connections;
const LOOK_AGAIN_MS = 3_000;

/** What the person came back with is taken once, when the page begins. */
const back = returned();

/** The other systems that the person has connected; nothing where there is nothing to connect. */
export function Connections({ changed }: { changed: () => void }) {
  const [all, setAll] = useState<All>();
  const [open, setOpen] = useState(back !== undefined);
  const [said, setSaid] = useState<string>();

  const synced = useRef('');
  const tell = useRef(changed);
  tell.current = changed;

  const read = async () => {
    const answer = await look();
    if (!answer.ok) return;
    setAll(answer.value);
    const now = answer.value.connections.map((one) => one.synced ?? '').join();
    if (now !== synced.current) tell.current();
    synced.current = now;
  };
  /** Does something, says what went wrong, and looks how it stands now. */
  const run = async (work: Promise<string | undefined>) => {
    setSaid(await work);
    await read();
  };
  useEffect(() => void run(redeem(back)), []);
  useEffect(() => {
    if (!open) return;
    const timer = setInterval(read, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [open]);

  if (!all?.connectors.length && !all?.connections.length) return null;
  return (
    <details
      class="connections"
      data-testid="connections"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{words.title}</summary>
      {said && (
        <p role="alert" data-testid="connections-said">
          {said}
        </p>
      )}
      <ul>
        {all.connections.map((one) => (
          <Line key={one.id} connection={one} connector={find(all, one)} run={run} />
        ))}
      </ul>
      {all.connectors.map((one) => (
        <Invitation key={one.name} connector={one} run={run} />
      ))}
    </details>
  );
}

type Run = (work: Promise<string | undefined>) => void;

function find(all: All, { connector }: Connection): Connector | undefined {
  return all.connectors.find(({ name }) => name === connector);
}

function Line({ connection, connector, run }: { connection: Connection; connector?: Connector | undefined; run: Run }) {
  const { state, target } = connection;
  const [again, setAgain] = useState(false);
  return (
    <li data-testid="connection" data-state={state}>
      <span class="what">
        {sourceName(connection.connector)}
        {target && ` · ${target}`}
      </span>
      <span class="when">
        <span data-testid="connection-standing">{standing(connection, new Date())}</span>{' '}
        {connection.mayWrite ? words.writes : words.reads}
      </span>
      <span class="outcome">
        {connector && (
          <button class="plain" data-testid="reconnect" onClick={() => setAgain(!again)}>
            {state === 'reconnect' ? words.again : words.change}
          </button>
        )}
        <button class="plain" data-testid="disconnect" onClick={() => run(end(connection))}>
          {words.disconnect}
        </button>
      </span>
      {again && connector && <Form connector={connector} connection={connection} run={run} />}
    </li>
  );
}

function Invitation({ connector, run }: { connector: Connector; run: Run }) {
  const [open, setOpen] = useState(false);
  return (
    <div class="invitation">
      <button data-testid={`connect-${connector.name}`} aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.connect(sourceName(connector.name))}
      </button>
      {open && <Form connector={connector} run={run} />}
    </div>
  );
}

/** What a person says to connect a system, or to let a connection in again. */
function Form({ connector, connection, run }: { connector: Connector; connection?: Connection; run: Run }) {
  const { name, asksThere } = connector;
  const [mayWrite, setMayWrite] = useState(connection?.mayWrite ?? false);
  const [said, setSaid] = useState<{ target?: string; secret?: string }>({});
  const wanted: Wanted = { connector: name, mayWrite, ...said, ...(connection ? { connection: connection.id } : {}) };
  const fields = asksThere ? [] : asks(connector).filter((field) => field === 'secret' || !connection);
  return (
    <div class="form">
      {fields.map((field) => (
        <label key={field}>
          {field === 'target' && !connector.needsTarget ? words.optional(words[field]) : words[field]}
          <Field field={field} say={(text) => setSaid({ ...said, [field]: text })} />
        </label>
      ))}
      <label>
        <input
          type="checkbox"
          data-testid="may-write"
          checked={mayWrite}
          onChange={(event) => setMayWrite(event.currentTarget.checked)}
        />
        {words.mayWrite(sourceName(name))}
      </label>
      <button
        class="primary"
        data-testid="let-in"
        disabled={fields.some((field) => !said[field] && (field === 'secret' || connector.needsTarget))}
        onClick={() => run(asksThere ? askThere(wanted) : letIn(wanted))}
      >
        {asksThere ? words.goThere(sourceName(name)) : words.letIn}
      </button>
    </div>
  );
}

function Field({ field, say }: { field: 'target' | 'secret'; say: (text: string) => void }) {
  const onInput = (event: { currentTarget: HTMLInputElement }) => say(event.currentTarget.value);
  return field === 'secret' ? (
    <input type="password" autoComplete="off" data-testid={field} onInput={onInput} />
  ) : (
    <input type="url" autoComplete="off" data-testid={field} onInput={onInput} />
  );
}
