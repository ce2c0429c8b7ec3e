/** Whole stories from another Claimdesk. */
import { STORY_FORMATS, type StoryFormat } from '../../server/contract/formats.ts';
import * as contract from '../../server/contract/stories.ts';
import { sendFile } from './http.ts';
import { uploading } from './upload.ts';

/** @param onSent told how many bytes have left */
export const bringInStory = (
  file: File,
  format: StoryFormat,
  onSent: (bytes: number) => void,
  signal?: AbortSignal,
) =>
  sendFile(contract.ImportStory, {
    file,
    type: STORY_FORMATS[format].mediaType,
    signal,
    transport: uploading(onSent),
  });
