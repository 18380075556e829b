/** What a `.base` file says, as far as it is modelled: filters, properties, views. */
import type { BasesConfigFileFilter } from 'obsidian';
import { mocks } from '../mocks';

export interface BaseFileView {
  type: string;
  name: string;
  filters?: BasesConfigFileFilter;
  order?: string[];
  sort?: { property: string; direction: 'ASC' | 'DESC' }[];
  groupBy?: { property: string; direction?: 'ASC' | 'DESC' };
  limit?: number;
  /** What a layout keeps for itself. */
  [option: string]: unknown;
}

export interface BaseFile {
  filters?: BasesConfigFileFilter;
  properties?: Record<string, { displayName?: string }>;
  views?: BaseFileView[];
}

/** @throws where the text is no YAML. */
export const readBaseFile = (text: string): BaseFile => mocks.parseYaml(text) ?? {};

export const writeBaseFile = (file: BaseFile): string => mocks.stringifyYaml(file);

/** `status` means `note.status`; views write it both ways. */
export const propertyId = (name: string): string => (/^(note|file|formula)\./.test(name) ? name : `note.${name}`);
