import { describe, expect, test } from 'vitest';
import { CLAIM_COLUMNS } from '../../server/domain/exchange/claim-columns.ts';
import { FIRST_ROW, FORMAT_VERSION, JSON_TAIL, jsonHead } from '../../server/domain/exchange/json.ts';

describe('columns', () => {
  test('have plain names, each once, and a meaning', () => {
    const names = CLAIM_COLUMNS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, meaning } of CLAIM_COLUMNS) {
      expect(name).toMatch(/^[a-z][a-z_]*$/);
      expect(meaning.length).toBeGreaterThan(2);
    }
  });

  test('are named for good: readers rely on these', () => {
    expect(CLAIM_COLUMNS.map(({ name }) => name).join(' ')).toBe(
      'claim_id story_id story_title story_byline story_agency story_published_at story_url revision ' +
        'sentence_number sentence quote start end kind status summary same_fact_as story_head story_head_hash ' +
        'outcome low best high modifier wording victims_category victims_label part_of scope ' +
        'period_from period_to period_precision place place_precision perpetrator cause ' +
        'source_words cue content mode basis source_name source_kind via via_words carried_over said_by ' +
        'fact_about fact_value title_as_printed ' +
        'verdict verdict_reason correction verdict_by verdict_at verdict_expired_at verdict_expired_reasons ' +
        'review review_reason review_note review_by review_at review_reopened_at ' +
        'evidence created_by created_at',
    );
  });

  test.each([
    ['claim_id', 'id'],
    ['low', 'number'],
    ['sentence', 'text'],
    ['kind', 'choice'],
    ['period_from', 'day'],
    ['verdict_at', 'time'],
    ['carried_over', 'flag'],
    ['evidence', 'list'],
  ])('%s holds a %s', (name, type) => {
    expect(CLAIM_COLUMNS.find((column) => column.name === name)?.type).toBe(type);
  });
});

describe('the JSON file', () => {
  const head = {
    generatedAt: '2026-03-02T09:00:00.000Z',
    generatedBy: { id: '1', name: 'Ada "]}" Moor' },
    filters: { status: 'passed' },
  };

  test.each([
    ['no claims', '', []],
    ['two', ',{"a":1}\n,{"a":2}\n', [{ a: 1 }, { a: 2 }]],
  ])('is whole with %s', (_name, rows, claims) => {
    const text = jsonHead(head) + rows.slice(FIRST_ROW) + JSON_TAIL;
    expect(JSON.parse(text)).toEqual({
      format: 'claimdesk-claims',
      version: FORMAT_VERSION,
      ...head,
      claims,
    });
  });

  test('is no JSON when cut off', () => {
    expect(() => JSON.parse(`${jsonHead(head)}{"a":1}\n`)).toThrow();
  });
});
