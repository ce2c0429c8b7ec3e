/** Words that somebody could store to have them run, counted, or read as something else where they are shown. */
export const ATTACKS: Readonly<Record<string, string>> = {
  script: '<script>window.attacked=1</script>ATTACK',
  image: '<img src=x onerror=window.attacked=1>ATTACK',
  svg: '<svg/onload=window.attacked=1>ATTACK',
  'end of an attribute': '" onmouseover="window.attacked=1" ATTACK',
  'end of a title': '</title></style></textarea><iframe src=//evil.example>ATTACK',
  'template literal': '${window.attacked=1}ATTACK',
  template: '{{constructor.constructor("window.attacked=1")()}}ATTACK',
  'address that runs': 'javascript:window.attacked=1//ATTACK',
  'link in Markdown': '[ATTACK](javascript:window.attacked=1)',
  'image in Markdown': '![ATTACK](https://evil.example/x.png)',
  'HTML in Markdown': '<details open ontoggle=window.attacked=1>ATTACK',
  'formula of a command': "=cmd|' /C calc'!A0 ATTACK",
  'formula with an at': '@SUM(1+1) ATTACK',
  'formula with a plus': '+1+cmd ATTACK',
  'formula with a minus': '-2+3 ATTACK',
  entity: '&xxe; &lt;b&gt; &#60;script&#62; ATTACK',
  'end of CDATA': ']]><script>window.attacked=1</script><![CDATA[ATTACK',
  'end of a script': '</script><script>window.attacked=1</script>ATTACK',
  'comment in a script': '<!--<script>ATTACK',
  'right to left': '\u202egnp.KCATTA\u202c ATTACK',
  isolates: '\u2067ATTACK\u2066',
  'no width': 'ATT\u200bACK\u200d\ufeff ATTACK',
  'line separators': 'ATTACK\u2028window.attacked=1\u2029',
  'very long word': `ATTACK${'W'.repeat(150)}`,
};
/** Refused wherever text is taken: PostgreSQL or some reader cannot hold them. */
export const REFUSED: Readonly<Record<string, string>> = {
  NUL: 'ATTACK\0',
  'half a character': 'ATTACK\ud800',
  'the other half': '\udc00ATTACK',
};
