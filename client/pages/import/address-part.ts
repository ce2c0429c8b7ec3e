/** The field for a web address, where whoever is here may have pages fetched. */
import { html, type TemplateResult } from 'lit';
import type { StoryFile } from '../../../server/contract/story-files.ts';
import '../../components/story-address.ts';
import type { AddressEvent } from '../../components/story-address.ts';
import type { FetchingController } from './fetching-controller.ts';

/** @param found what is done with a page that came */
export function addressPart(fetching: FetchingController, found: (page: StoryFile) => void): TemplateResult {
  const onAddress = async ({ url }: AddressEvent): Promise<void> => {
    const page = await fetching.fetch(url);
    if (page !== null) found(page);
  };
  return html`
    <cd-story-address
      .busy=${fetching.busy}
      .problem=${fetching.problem}
      @address=${onAddress}
      @stop=${fetching.stop}
    ></cd-story-address>
  `;
}
