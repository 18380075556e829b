/** The classes of obsidian.d.ts that are the host's own; the others are those of the mocks. */
import { FolderAdapter } from './adapter/folder-adapter';
import { App } from './app/app';
import { SecretStorage } from './app/secret-storage';
import { FileManager } from './file-manager/file-manager';
import { HoverPopover } from './hover-popover';
import {
  BasesEntry,
  BasesEntryGroup,
  BasesQueryResult,
  BasesView,
  BasesViewConfig,
  QueryController,
} from './bases/bases-classes';
import { Keymap } from './keys/keymap';
import { Scope } from './keys/scope';
import { Menu } from './menu/menu';
import { MenuItem, MenuSeparator } from './menu/menu-item';
import { MetadataCache } from './metadata/metadata-cache';
import { ConfirmationButton } from './modal/confirmation-button';
import { ConfirmationModal } from './modal/confirmation-modal';
import { EditorSuggest } from './modal/editor-suggest';
import { FuzzySuggestModal } from './modal/fuzzy-suggest-modal';
import { AbstractInputSuggest } from './modal/input-suggest';
import { Modal } from './modal/modal';
import { PopoverSuggest } from './modal/popover-suggest';
import { SuggestModal } from './modal/suggest-modal';
import { Notice } from './notice';
import { Plugin } from './plugin/plugin';
import { MarkdownRenderer } from './render/markdown-renderer';
import { BaseComponent, ValueComponent } from './settings/base-component';
import { ButtonComponent } from './settings/button-component';
import { ColorComponent, DropdownComponent, SliderComponent } from './settings/choice-components';
import { Setting } from './settings/setting';
import { SettingGroup } from './settings/setting-group';
import { PluginSettingTab, SettingPage, SettingTab } from './settings/setting-tab';
import { DisplayValueComponent, ExtraButtonComponent, ProgressBarComponent } from './settings/small-components';
import { AbstractTextComponent, SearchComponent, TextAreaComponent, TextComponent } from './settings/text-components';
import { ToggleComponent } from './settings/toggle-component';
import { Vault } from './vault/vault';
import { EditableFileView } from './view/editable-file-view';
import { FileView } from './view/file-view';
import { ItemView } from './view/item-view';
import { MarkdownView } from './view/markdown-view';
import { TextFileView } from './view/text-file-view';
import { View } from './view/view';
import { Workspace } from './workspace/workspace';
import { WorkspaceContainer } from './workspace/workspace-container';
import { WorkspaceItem } from './workspace/workspace-item';
import { WorkspaceLeaf } from './workspace/workspace-leaf';
import { WorkspaceParent } from './workspace/workspace-parent';
import { WorkspaceRibbon } from './workspace/workspace-ribbon';
import { WorkspaceRoot } from './workspace/workspace-root';
import { WorkspaceSidedock } from './workspace/workspace-sidedock';
import { WorkspaceSplit } from './workspace/workspace-split';
import { WorkspaceTabs } from './workspace/workspace-tabs';
import { WorkspaceFloating, WorkspaceWindow } from './workspace/workspace-window';

export const hostClasses = {
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
  FileSystemAdapter: FolderAdapter,
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
};

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
  FolderAdapter as FileSystemAdapter,
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
};
