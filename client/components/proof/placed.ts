/** Places elements through the style object: the page's policy forbids `style` attributes. */
import { noChange } from 'lit';
import { Directive, directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js';

/** CSS values by property; null takes a property away. */
type Place = Readonly<Record<string, string | null>>;

class PlacedDirective extends Directive {
  private before: Place = {};

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new TypeError('placed() stands in a tag');
  }

  override render(_place: Place) {
    return noChange;
  }

  override update(part: ElementPart, [place]: [Place]) {
    if (part.element instanceof HTMLElement)
      for (const [name, value] of Object.entries(place)) {
        if (this.before[name] !== value) part.element.style.setProperty(name, value);
      }
    this.before = place;
    return noChange;
  }
}

/** `<li ${placed({ 'inset-block-start': '40px' })}>` */
export const placed = directive(PlacedDirective);
