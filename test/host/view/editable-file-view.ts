import { FileView } from './file-view';

/** The app's class between the views of any file and those of text; it declares nothing of its own. */
export abstract class EditableFileView extends FileView {}
