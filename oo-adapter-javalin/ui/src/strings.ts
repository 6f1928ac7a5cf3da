/** Every sentence of the page, in one language. */
export const language = 'en';

export const strings = {
  name: 'oO',

  card: {
    done: 'Done',
    snooze: 'Snooze',
    dismiss: 'Dismiss',
    open: (source: string) => `Open in ${source}`,
    newTab: 'opens in a new tab',
    exploring: 'Trying something new, to learn what suits you.',
    missing: (sources: string) => `Chosen without ${sources}, which did not answer.`,
  },

  chips: {
    overdue: (date: string) => `Overdue since ${date}`,
    due: (date: string) => `Due ${date}`,
    priority: ['', 'Urgent', 'High priority', 'Medium priority', 'Low priority'],
  },

  snooze: {
    menu: 'Snooze until',
    hour: '1 hour',
    evening: 'This evening',
    nextEvening: 'Tomorrow evening',
    tomorrow: 'Tomorrow',
    pick: 'Pick a time',
    field: 'Day and time',
    confirm: 'Snooze',
    past: 'Pick a time that is still to come.',
  },

  why: {
    title: 'Why this?',
    none: 'No particular reason yet: oO is still learning what suits you.',
    although: (clause: string) => `Although ${clause}.`,
    because: (clause: string) => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`,
    and: (clauses: string[]) => clauses.join(', and '),
    other: (block: string, value: string) => `${block} is “${value}”`,
  },

  clauses: {
    source: (source: string) => `it comes from ${source}`,
    kind: (kind: string) => `it is filed under “${kind}”`,
  },

  values: {
    hour: {
      night: 'it is night',
      early: 'it is early in the day',
      morning: 'it is morning',
      noon: 'it is around noon',
      afternoon: 'it is afternoon',
      evening: 'it is evening',
    },
    day: {
      weekday: 'it is a weekday',
      weekend: 'it is the weekend',
    },
    age: { weeks: 'it has been on your list for a while' },
    due: {
      overdue: 'it is overdue',
      today: 'it is due today',
      week: 'it is due within a week',
      later: 'it is not due for a while',
      none: 'it has no due date',
    },
    priority: {
      1: 'it is marked urgent',
      2: 'it has a high priority',
      3: 'it has a medium priority',
      4: 'it has a low priority',
      none: 'it has no priority',
    },
    duration: {
      unknown: 'nobody knows how long it takes',
      short: 'it takes only a moment',
      medium: 'it does not take long',
      long: 'it takes a while',
      verylong: 'it takes a long time',
    },
    shown: { lately: 'you were shown it lately' },
    snoozed: { lately: 'you snoozed it lately' },
    dismissed: { lately: 'you dismissed it lately' },
  },

  sources: {
    todotxt: 'todo.txt',
    todoist: 'Todoist',
    caldav: 'CalDAV',
    calendar: 'Calendar',
    github: 'GitHub',
    llm: 'AI',
    webhook: 'Webhook',
  },

  bar: {
    undo: 'Undo',
    done: 'Done.',
    snooze: (until: string) => `Snoozed until ${until}.`,
    dismiss: 'Dismissed.',
    undone: 'Undone.',
    late: 'Noted, but too late for oO to learn from it.',
    sending: 'Still sending…',
    undelivered: 'That did not reach the server. It is kept here until it does.',
    unreadable: 'The server had trouble with that. It is kept here until it is recorded.',
    signedOut: 'You are signed out. Sign in, then try again; your answer is kept here.',
    gone: 'That tip is no longer open, so it was not recorded.',
    refused: (detail: string) => `That was not recorded: ${detail}`,
    noDetail: 'the server did not accept it.',
    retry: 'Retry',
  },

  waiting: 'Looking for your next tip…',

  quiet: {
    ask: 'Ask again',
    'no-candidates': {
      title: 'Nothing to choose from yet',
      text: 'oO picks one good next thing from your own lists. Start the server with a list, one task a line:',
      code: './oo serve --tasks my.todo.txt',
      hint: 'A line can be as short as “Water the plants”, or as long as',
      sample: '(A) Call the plumber @phone due:2026-11-25',
    },
    'all-filtered': {
      title: 'All clear for now',
      text: 'Everything on your lists is done or resting.',
    },
    'no-consent': {
      title: 'You have not agreed to tips',
      text: 'oO makes no suggestions without your consent. Allow them in your settings, then ask again.',
    },
    'sources-missing': {
      title: 'Your lists did not answer',
      text: 'None of your sources answered in time. They may be back in a moment.',
    },
    'none-open': {
      title: 'No tip is open',
      text: 'Ask for one whenever you are ready.',
    },
    enough: {
      title: 'Enough for now?',
      text: 'That was three in a row that did not fit. Nothing is lost: take a break, or look at one more.',
      another: 'Show me another',
    },
    unreachable: {
      title: 'The server does not answer',
      text: 'Check that it is running, and that you are connected.',
      code: './oo serve',
    },
    troubled: {
      title: 'That did not work',
      text: 'The server could not choose a tip just now.',
    },
    signedOut: {
      title: 'You are signed out',
      text: 'Sign in, then try again.',
    },
  },

  history: {
    title: 'History',
    empty: 'Tips you were given will be listed here.',
    more: 'More',
    loading: 'Loading…',
    failed: 'The history could not be loaded.',
    retry: 'Try again',
    export: 'Save all that is kept of you',
    outcome: {
      open: 'Open now',
      done: 'Done',
      snoozed: 'Snoozed',
      dismissed: 'Dismissed',
      ignored: 'No answer',
      expired: 'Expired',
      withdrawn: 'Withdrawn',
    },
  },

  connections: {
    title: 'Connections',
    connect: (name: string) => `Connect ${name}`,
    goThere: (name: string) => `Ask ${name}`,
    letIn: 'Connect',
    change: 'Change',
    again: 'Connect again',
    disconnect: 'Disconnect',
    secret: 'Token or password',
    target: 'Address',
    optional: (label: string) => `${label} (if you like)`,
    takeThere: (address: string, secret: string) =>
      `Connected. Tasks go to ${address}, signed with ${secret}. Note it now: it is not shown again.`,
    mayWrite: (name: string) => `What I complete here is completed in ${name}, too`,
    reads: 'oO only reads there.',
    writes: 'What you complete here is completed there.',
    syncing: 'Being read for the first time.',
    synced: (when: string) => `In sync: ${when}.`,
    reconnect: (name: string) => `${name} does not let oO in any more. Tips go on from what is known; connect again.`,
    retry: (cause: string, when: string) => `${cause} oO tries again: ${when}. Tips go on from what is known.`,
    trouble: {
      throttled: (name: string) => `${name} asks oO to wait.`,
      unavailable: (name: string) => `${name} does not answer.`,
      malformed: (name: string) => `${name} answers what oO does not understand.`,
      stale: (name: string) => `${name} is being read anew.`,
      revoked: (name: string) => `${name} does not let oO in.`,
    },
    notRevoked: (name: string) => `Disconnected. ${name} did not answer, so remove oO there, too.`,
    notAllowed: 'Nothing was connected: oO was not allowed in.',
    tooLate: 'Nothing was connected: that took too long, or was not meant for you. Try again.',
    noAnswer: 'Nothing was connected: the other side did not answer. Try again.',
    unreachable: 'That did not reach the server. Try again.',
    failed: (detail: string) => `That did not work: ${detail}`,
  },

  suggestions: {
    title: 'Suggestions',
    told: (model: string, at: string) =>
      `A language model (${model} at ${at}) can suggest tips beside your tasks. For that it is told titles of your tasks, ` +
      'what became of them, and the part of the day; not your name, no links, no e-mail addresses.',
    allow: 'Let it be told, and suggest tips to me',
    failed: 'That did not reach the server. Try again.',
    written: 'Written by a language model, not on any of your lists. It may be wrong.',
  },

  signIn: 'Sign in',
  signOut: 'Sign out',

  help: {
    open: 'Keys',
    title: 'Keys',
    close: 'Close',
    single: 'Use single keys',
    keys: [
      [['d', 'Enter'], 'Done'],
      [['s'], 'Snooze'],
      [['x'], 'Dismiss'],
      [['z'], 'Undo'],
      [['?'], 'This help'],
    ] as [string[], string][],
  },

  theme: { dark: 'Switch to the dark theme', light: 'Switch to the light theme' },
} as const;
