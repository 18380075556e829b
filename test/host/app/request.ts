/** The host has no network: a request fails as it does on a machine that is offline, and says whose doing that is. */
import type { RequestUrlParam, RequestUrlResponsePromise } from 'obsidian';

export function requestUrl(request: RequestUrlParam | string): RequestUrlResponsePromise {
  const url = typeof request === 'string' ? request : request.url;
  const refused = () => {
    const refusal = Promise.reject(new Error(`The test host has no network: ${url} was not requested.`));
    // Whoever asks for one of its parts hears of it there.
    refusal.catch(() => undefined);
    return refusal;
  };
  return Object.assign(refused(), { arrayBuffer: refused(), json: refused(), text: refused() });
}

export function request(request: RequestUrlParam | string): Promise<string> {
  return requestUrl(request).text;
}
