/** The API's description as JSON, made for whoever asks first: hardly anybody does, and making it takes longer than a start. */
import { openThread } from '../../thread.ts';

/** Made on a thread that ends with it: nobody waits for it who asks for something else, and it leaves its text alone. */
export function apiDescription(): () => Promise<string> {
  let made: Promise<string> | undefined;
  const make = async (): Promise<string> => {
    const thread = openThread<null, string>({
      worker: new URL('./openapi.worker', import.meta.url),
      keep: false,
      broke: 'the API could not be described',
    });
    try {
      return await thread.ask(null);
    } catch (error) {
      // Whoever asks next is to find out for themselves.
      made = undefined;
      throw error;
    } finally {
      await thread.close();
    }
  };
  return () => {
    made ??= make();
    return made;
  };
}
