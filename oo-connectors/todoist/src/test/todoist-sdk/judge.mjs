// Asks a Todoist of the tests everything by Todoist's own SDK. Arguments: its address, a personal
// token, the application's id and its secret. For each line of its input, a delivery of a webhook
// as JSON, it asks once more, and writes one line of JSON: what passed, and what failed of what.
import { createInterface } from 'node:readline';
import {
  TodoistApi,
  TodoistRequestError,
  getAuthToken,
  getAuthorizationUrl,
  parseWebhookPayload,
  refreshAuthToken,
  revokeToken,
  verifyWebhookSignature,
} from '@doist/todoist-sdk';

const [baseUrl, token, clientId, clientSecret] = process.argv.slice(2);
const api = new TodoistApi(token, { baseUrl });
const kinds = ['items', 'projects', 'user'];

function expect(holds, words) {
  if (!holds) throw new Error(words);
}

async function refusal(promise) {
  const error = await promise.then(
    () => undefined,
    (e) => e,
  );
  expect(error instanceof TodoistRequestError, `must be refused but was ${error}`);
  return error;
}

async function allTasks() {
  const tasks = [];
  let cursor = null;
  do {
    const page = await api.getTasks({ limit: 3, ...(cursor && { cursor }) });
    expect(page.nextCursor !== undefined, 'page must say whether there is another');
    tasks.push(...page.results);
    cursor = page.nextCursor;
  } while (cursor);
  return tasks;
}

function command(type, id, uuid = crypto.randomUUID()) {
  return { type, uuid, args: { id } };
}

async function agree() {
  const state = 'of-this-visit-0123456789';
  const address = getAuthorizationUrl({ clientId, permissions: ['data:read'], state, baseUrl });
  const answer = await fetch(address, { redirect: 'manual' });
  const back = new URL(answer.headers.get('location'));
  expect(back.searchParams.get('state') === state, 'state must come back');
  return back.searchParams.get('code');
}

const checks = {
  async the_user_is_told() {
    expect((await api.getUser()).id === '2671355', 'user must have an id');
  },
  async all_tasks_are_told_in_pages() {
    const tasks = await allTasks();
    expect(tasks.length > 3, 'tasks must fill more than a page');
    expect(tasks.some((t) => t.isUncompletable), 'a heading must be told as one');
    expect(tasks.some((t) => t.due?.isRecurring), 'a recurring task must be told as one');
    expect(tasks.some((t) => t.duration), 'a duration must be told');
    expect(tasks.some((t) => t.deadline), 'a deadline must be told');
  },
  async one_task_is_told() {
    const [first] = await allTasks();
    expect((await api.getTask(first.id)).content === first.content, 'task must be the same');
  },
  async projects_are_told() {
    const { results } = await api.getProjects();
    expect((await api.getProject(results[0].id)).name === results[0].name, 'must be the same');
  },
  async everything_is_synced() {
    const all = await api.sync({ syncToken: '*', resourceTypes: kinds });
    expect(all.fullSync === true && all.syncToken && all.user, 'sync must be full');
    expect(all.items.length > 3 && all.projects.length > 0, 'sync must tell tasks and projects');
  },
  async what_has_changed_is_synced() {
    const { syncToken } = await api.sync({ syncToken: '*', resourceTypes: kinds });
    expect(syncToken, 'sync must say where to go on');
    const added = await api.addTask({ content: 'Added by the SDK' });
    const news = await api.sync({ syncToken, resourceTypes: kinds });
    expect(news.fullSync === false && news.items.length === 1, 'sync must tell the news alone');
    expect(news.items[0].id === added.id, 'sync must tell the task that was added');
  },
  async a_task_is_completed_and_reopened() {
    const { id } = await api.addTask({ content: 'Completed by the SDK' });
    const { syncToken } = await api.sync({ syncToken: '*', resourceTypes: kinds });
    expect(await api.closeTask(id), 'task must be closed');
    const news = await api.sync({ syncToken, resourceTypes: kinds });
    expect(news.items[0].checked && news.items[0].completedAt, 'sync must tell that it is closed');
    expect(await api.reopenTask(id), 'task must be reopened');
    expect((await api.getTask(id)).checked === false, 'task must be open');
  },
  async a_command_is_executed_once() {
    const { id } = await api.addTask({ content: 'Completed by a command' });
    const close = command('item_close', id);
    for (const commands of [[close], [close], [command('item_uncomplete', id), close]]) {
      const { syncStatus } = await api.sync({ commands });
      expect(syncStatus[close.uuid] === 'ok', 'command must be ok');
    }
    expect((await api.getTask(id)).checked === false, 'repeated command must change nothing');
  },
  async a_command_for_no_task_fails() {
    const missing = command('item_close', '6XnotThere');
    const { syncStatus } = await api.sync({ commands: [missing] }).catch((e) => e);
    const status = syncStatus[missing.uuid];
    expect(status.httpCode === 404 && status.errorTag && status.error, 'error must say what it is');
    expect(status.errorExtra && Number.isInteger(status.errorCode), 'error must have its numbers');
  },
  async nobody_is_let_in_without_a_token() {
    const stranger = new TodoistApi('of-nobody', { baseUrl });
    expect((await refusal(stranger.getTasks())).httpStatusCode === 401, 'must be a 401');
  },
  async who_agrees_has_tokens_until_they_are_revoked() {
    const secrets = { clientId, clientSecret };
    const first = await getAuthToken({ ...secrets, code: await agree() }, { baseUrl });
    expect(first.tokenType === 'Bearer' && first.refreshToken && first.expiresIn, 'must expire');
    const args = { ...secrets, refreshToken: first.refreshToken };
    const second = await refreshAuthToken(args, { baseUrl });
    expect(second.refreshToken !== first.refreshToken, 'refresh token must rotate');
    const theirs = new TodoistApi(second.accessToken, { baseUrl });
    expect((await theirs.getUser()).id === '2671355', 'token must let in');
    expect((await refusal(theirs.closeTask('x'))).httpStatusCode === 403, 'it must only read');
    expect(await revokeToken({ ...secrets, token: second.accessToken }, { baseUrl }), 'revoked');
    expect((await refusal(theirs.getUser())).httpStatusCode === 401, 'it must be useless');
  },
  async a_code_is_good_once() {
    const args = { clientId, clientSecret, code: await agree() };
    await getAuthToken(args, { baseUrl });
    await refusal(getAuthToken(args, { baseUrl }));
  },
  async a_webhook_is_signed_and_complete({ body, signature }) {
    const rawBody = Buffer.from(body, 'base64');
    expect(await verifyWebhookSignature({ rawBody, signature, clientSecret }), 'must be signed');
    const told = parseWebhookPayload(JSON.parse(rawBody.toString()));
    expect(told.eventName === 'item:added' && told.eventData.content, 'must tell a task');
  },
};

async function judge(webhook) {
  const verdict = { passed: [], failed: {} };
  for (const [name, check] of Object.entries(checks)) {
    try {
      await check(webhook);
      verdict.passed.push(name);
    } catch (error) {
      verdict.failed[name] = String(error.message).slice(0, 300);
    }
  }
  return verdict;
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await judge(JSON.parse(line))));
}
