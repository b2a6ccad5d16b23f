// The editor: CodeMirror 6 with Go, in place of the plain text field. Loaded when it is asked for.
//
// It lives in a shadow root, where its styles are constructed sheets: the page's security policy
// allows no others.

import {defaultKeymap, history, historyKeymap, indentWithTab} from '@codemirror/commands';
import {goLanguage} from '@codemirror/lang-go';  // without its snippets
import {bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting}
  from '@codemirror/language';
import {lintGutter, setDiagnostics} from '@codemirror/lint';
import {EditorState} from '@codemirror/state';
import {drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers} from '@codemirror/view';
import {tags} from '@lezer/highlight';

const COLOURS = HighlightStyle.define([
  {tag: tags.keyword, color: 'var(--keyword)'},
  {tag: [tags.string, tags.character], color: 'var(--string)'},
  {tag: tags.comment, color: 'var(--comment)'},
  {tag: tags.number, color: 'var(--number)'},
  {tag: [tags.typeName, tags.bool, tags.null], color: 'var(--type)'},
  {tag: tags.function(tags.variableName), color: 'var(--function)'},
]);

const LOOK = EditorView.theme({
  '&': {backgroundColor: 'var(--panel)', color: 'var(--text)', border: '1px solid var(--outline)',
    borderRadius: '6px', fontSize: '15px', maxHeight: '70vh'},
  '&.cm-focused': {outline: '3px solid var(--accent)'},
  '.cm-scroller': {fontFamily: 'var(--code-font)', lineHeight: '1.5', overflow: 'auto',
    fontVariantLigatures: 'none'},
  '.cm-gutters': {backgroundColor: 'var(--panel)', color: 'var(--dim)', border: 'none'},
  '.cm-activeLine': {backgroundColor: 'var(--raised)'},
  '.cm-cursor': {borderLeftColor: 'var(--text)'},
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--selected) !important'},
  '.cm-tooltip': {backgroundColor: 'var(--panel)', color: 'var(--text)',
    border: '1px solid var(--outline)'},
});

// Takes the place of `textarea`. changed(text) is called after each change by the user.
export function openEditor(textarea, changed) {
  const host = document.createElement('div');
  host.className = 'editor-host';
  const root = host.attachShadow({mode: 'open'});
  textarea.before(host);
  textarea.hidden = true;
  let quiet = false;
  const label = textarea.labels?.[0]?.textContent ?? 'The program';
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: textarea.value,
      extensions: [
        lineNumbers(), history(), drawSelection(), indentOnInput(), bracketMatching(),
        highlightActiveLine(), lintGutter(), goLanguage, indentUnit.of('\t'), EditorState.tabSize.of(4),
        syntaxHighlighting(COLOURS), LOOK,
        keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.contentAttributes.of({'aria-label': label, tabindex: '0'}),
        EditorView.updateListener.of(update => {
          if (update.docChanged && !quiet) changed(update.state.doc.toString());
        }),
      ],
    }),
  });
  const place = (line, column) => {
    const {doc} = view.state;
    const found = doc.line(Math.max(1, Math.min(line, doc.lines)));
    // Go counts bytes.
    const bytes = new TextEncoder().encode(found.text).slice(0, Math.max(0, column - 1));
    return Math.min(found.from + new TextDecoder().decode(bytes).length, found.to);
  };
  return {
    focus: () => view.focus(),
    setText(text) {
      if (text === view.state.doc.toString()) return;
      quiet = true;
      view.dispatch({changes: {from: 0, to: view.state.doc.length, insert: text}});
      quiet = false;
    },
    setDiagnostics(list) {
      view.dispatch(setDiagnostics(view.state, list.map(({line, column, message}) => {
        const from = place(line, column);
        const word = view.state.wordAt(from);
        return {from, to: word ? word.to : from, severity: 'error', message};
      })));
    },
    goTo(line, column) {
      const at = place(line, column);
      view.dispatch({selection: {anchor: at}, scrollIntoView: true});
      view.focus();
    },
  };
}
