/**
 * The module that stands for `obsidian`, in the tests' imports and in the built plugin's `require`: obsidian-test-mocks
 * with what it gets wrong replaced (a name exported here wins over the same name of the star). What is declared and
 * neither replaced nor trusted throws an error that names it; see api/guard-api.ts.
 */
import './dom/setup-dom';
import { guardHostClasses, guardMocks } from './api/guard-api';
import { patchComponent } from './component';
import { patchEvents } from './events';
import { hostClasses } from './host-classes';

patchEvents();
patchComponent();
guardMocks(hostClasses);
guardHostClasses(hostClasses);

export * from 'obsidian-test-mocks/obsidian';
export {
  AbstractInputSuggest,
  AbstractTextComponent,
  App,
  BaseComponent,
  BasesEntry,
  BasesEntryGroup,
  BasesQueryResult,
  BasesView,
  BasesViewConfig,
  ButtonComponent,
  ColorComponent,
  ConfirmationButton,
  ConfirmationModal,
  DisplayValueComponent,
  DropdownComponent,
  EditableFileView,
  EditorSuggest,
  ExtraButtonComponent,
  FileManager,
  FileSystemAdapter,
  FileView,
  FuzzySuggestModal,
  HoverPopover,
  ItemView,
  Keymap,
  MarkdownRenderer,
  MarkdownView,
  Menu,
  MenuItem,
  MenuSeparator,
  MetadataCache,
  Modal,
  Notice,
  Plugin,
  PluginSettingTab,
  PopoverSuggest,
  ProgressBarComponent,
  QueryController,
  Scope,
  SearchComponent,
  SecretStorage,
  Setting,
  SettingGroup,
  SettingPage,
  SettingTab,
  SliderComponent,
  SuggestModal,
  TextAreaComponent,
  TextComponent,
  TextFileView,
  ToggleComponent,
  ValueComponent,
  Vault,
  View,
  Workspace,
  WorkspaceContainer,
  WorkspaceFloating,
  WorkspaceItem,
  WorkspaceLeaf,
  WorkspaceParent,
  WorkspaceRibbon,
  WorkspaceRoot,
  WorkspaceSidedock,
  WorkspaceSplit,
  WorkspaceTabs,
  WorkspaceWindow,
} from './host-classes';
export {
  displayTooltip,
  finishRenderMath,
  htmlToMarkdown,
  loadMathJax,
  loadMermaid,
  loadPdfJs,
  loadPrism,
  parseFrontMatterAliases,
  parseFrontMatterStringArray,
  renderMath,
} from './api/unmodelled-functions';
export { request, requestUrl } from './app/request';
export { requireApiVersion } from './app/require-api-version';
export { debounce } from './debounce';
export { addIcon, getIcon, getIconIds, removeIcon, setIcon } from './icons/icons';
export { getFrontMatterInfo } from './markdown/front-matter-info';
export { getAllTags } from './markdown/get-all-tags';
export { parseFrontMatterTags } from './markdown/parse-front-matter-tags';
export { resolveSubpath } from './markdown/resolve-subpath';
export { stripHeading, stripHeadingForLink } from './markdown/strip-heading';
export { sanitize as sanitizeHTMLToDom } from './render/sanitize';
export { prepareFuzzySearch } from './search/fuzzy-search';
export { renderMatches, renderResults } from './search/render-matches';
export { prepareSimpleSearch, sortSearchResults } from './search/simple-search';
export { setTooltip } from './tooltip';
export { normalizePath } from './vault/vault-path';
