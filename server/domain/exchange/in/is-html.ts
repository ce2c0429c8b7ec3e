/** Whether a text is a web page. */
import { rootOf } from './xml-tree.ts';

export const isHtml = (text: string): boolean =>
  /^\ufeff?\s*(?:<!--[^>]{0,2000}-->\s*)?(?:<!doctype html|<html|<head|<body)[\s>]/i.test(text) ||
  rootOf(text)?.toLowerCase() === 'html';
