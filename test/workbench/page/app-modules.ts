/** The packages that the app gives plugins: in a page they are those that its own editor is made of. */
import * as codemirrorAutocomplete from '@codemirror/autocomplete';
import * as codemirrorCollab from '@codemirror/collab';
import * as codemirrorCommands from '@codemirror/commands';
import * as codemirrorLanguage from '@codemirror/language';
import * as codemirrorLint from '@codemirror/lint';
import * as codemirrorSearch from '@codemirror/search';
import * as codemirrorState from '@codemirror/state';
import * as codemirrorView from '@codemirror/view';
import * as lezerCommon from '@lezer/common';
import * as lezerHighlight from '@lezer/highlight';
import * as lezerLr from '@lezer/lr';
import type { AppModules } from '../../host/plugin/app-modules';

/** No page has Node's. */
export const desktopModules = {};

export const appModules: AppModules = {
  '@codemirror/autocomplete': codemirrorAutocomplete,
  '@codemirror/collab': codemirrorCollab,
  '@codemirror/commands': codemirrorCommands,
  '@codemirror/language': codemirrorLanguage,
  '@codemirror/lint': codemirrorLint,
  '@codemirror/search': codemirrorSearch,
  '@codemirror/state': codemirrorState,
  '@codemirror/view': codemirrorView,
  '@lezer/common': lezerCommon,
  '@lezer/highlight': lezerHighlight,
  '@lezer/lr': lezerLr,
};
