/** The part of autocannon that the bench uses; the package has no types of its own. */
declare module 'autocannon' {
  export interface LoadRequest {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
    /** Called before each request is sent. */
    setupRequest?: (request: LoadRequest) => LoadRequest;
  }
  export interface LoadOptions {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    headers?: Record<string, string>;
    requests: LoadRequest[];
  }
  export interface LoadResult {
    /** Seconds. */
    duration: number;
    requests: { total: number };
    /** Milliseconds. */
    latency: { p50: number; p99: number };
    errors: number;
    timeouts: number;
    non2xx: number;
  }
  export default function autocannon(options: LoadOptions): Promise<LoadResult>;
}
