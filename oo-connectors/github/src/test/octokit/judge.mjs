// Asks a GitHub of the tests everything by GitHub's own client. Arguments: the address of its API,
// and a token. For each line of its input, a delivery of a webhook as JSON, it asks once more, and
// writes one line of JSON: what passed, and what failed of what.
import { createInterface } from 'node:readline';
import { verify } from '@octokit/webhooks-methods';
import { Octokit, RequestError } from 'octokit';

const [baseUrl, auth] = process.argv.slice(2);
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const waits = [];
const onLimit = (seconds) => {
  waits.push(seconds);
  return false;
};
const throttle = { onRateLimit: onLimit, onSecondaryRateLimit: onLimit };
const hasty = { throttle: { enabled: false }, retry: { enabled: false }, log: quiet };
const client = (options) => new Octokit({ baseUrl, ...hasty, ...options });
const github = client({ auth });
const assigned = { filter: 'assigned', state: 'open', per_page: 2 };

function expect(holds, words) {
  if (!holds) throw new Error(words);
}

async function refusal(promise, status) {
  const error = await promise.then(
    () => undefined,
    (e) => e,
  );
  expect(error instanceof RequestError && error.status === status, `must be ${status}: ${error}`);
  return error;
}

const checks = {
  async the_user_is_told() {
    const { data } = await github.rest.users.getAuthenticated();
    expect(Number.isInteger(data.id) && data.login, 'user must have an id and a login');
  },
  async all_issues_are_told_in_pages() {
    const issues = await github.paginate(github.rest.issues.list, assigned);
    expect(issues.length === 5, `issues must be 5 but were ${issues.length}`);
    expect(issues.filter((i) => i.pull_request).length === 1, 'a pull request must be told as one');
    for (const issue of issues) {
      expect(Number.isInteger(issue.number) && Number.isInteger(issue.id), 'must have numbers');
      expect(issue.title && issue.state === 'open' && issue.created_at, 'must have its fields');
      expect(new URL(issue.repository_url).pathname.includes('/repos/'), 'must have a repository');
      expect(issue.assignees.every((one) => Number.isInteger(one.id)), 'must have assignees');
    }
  },
  async what_has_not_changed_is_not_told_again() {
    const { headers } = await github.rest.issues.list(assigned);
    const again = { ...assigned, headers: { 'if-none-match': headers.etag } };
    await refusal(github.rest.issues.list(again), 304);
  },
  async reviews_are_found() {
    const q = 'is:open is:pr user-review-requested:@me';
    const { data } = await github.rest.search.issuesAndPullRequests({ q, per_page: 100 });
    expect(data.total_count === 1 && data.incomplete_results === false, 'must be complete');
    expect(data.items[0].pull_request && data.items[0].title, 'must be a pull request');
  },
  async an_issue_is_closed_and_reopened() {
    const which = { owner: 'octo', repo: 'tasks', issue_number: 1 };
    const closing = { ...which, state: 'closed', state_reason: 'completed' };
    expect((await github.rest.issues.update(closing)).data.state === 'closed', 'must be closed');
    const reopening = { ...which, state: 'open' };
    expect((await github.rest.issues.update(reopening)).data.state === 'open', 'must be open');
  },
  async an_issue_that_is_not_there_is_missing() {
    const which = { owner: 'octo', repo: 'tasks', issue_number: 999, state: 'closed' };
    const { response } = await refusal(github.rest.issues.update(which), 404);
    expect(response.data.message && response.data.documentation_url, 'must say so');
  },
  async nobody_is_let_in_without_a_token() {
    await refusal(client({ auth: 'of-nobody' }).rest.users.getAuthenticated(), 401);
  },
  async who_asks_too_often_is_told_how_long_to_wait() {
    waits.length = 0;
    const spent = client({ auth: 'spent', throttle });
    await refusal(spent.rest.users.getAuthenticated(), 403);
    expect(waits.length === 1 && waits[0] > 0 && waits[0] < 120, `must wait but was ${waits}`);
  },
  async a_webhook_is_signed({ body, signature, secret }) {
    expect(await verify(secret, body, signature), 'must be signed');
    expect(JSON.parse(body).issue.assignees.length === 1, 'must tell an issue');
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
