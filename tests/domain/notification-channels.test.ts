import { describe, expect, test } from 'vitest';
import { channelsOf, wayFor } from '../../server/domain/notifications/channels.ts';
import { channelCases } from '../cases/notification-channels.ts';

describe('by which ways a person is told', () => {
  test.each(Object.entries(channelCases))('%s', (_name, { stored, reason, way, told = true }) => {
    expect(wayFor(stored, reason)).toEqual(way);
    expect(channelsOf(stored, reason)).toEqual(told ? way : null);
  });
});
