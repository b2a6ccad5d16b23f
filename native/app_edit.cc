// The texts: editing, finding, files, and what outlives the program.
#include <algorithm>

#include "native/app.h"
#include "sim/base/hash.h"

namespace gopark {

namespace {

std::string base_name(const std::string& path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

// Why a file's text cannot be opened; "": it can. What has a NUL is no text: neither the editor nor
// Go takes one.
std::string refusal_of(const std::string& text) {
  if (text.size() > kMaxProgramText) return "is larger than 1 MB: that is no program for a picture";
  return text.find('\0') != std::string::npos ? "is no text, so it is no program" : "";
}

}  // namespace

SessionOptions App::options_of_app() {
  SessionOptions options;
  options.max_steps = kAppMaxSteps;
  options.world.max_memory_bytes = 512ULL << 20;
  return options;
}

// ---------------------------------------------------------------- edits outlive the program

std::string App::edits_name(uint32_t side) const {
  return "unsaved-" + origin_ + "-" + variants_[side].name;
}

// What was edited and not saved when the program, this lesson or this file was left.
void App::recall_edits() {
  for (uint32_t side = 0; side < variants_.size(); ++side) {
    const std::optional<std::string> text = host_.recall(edits_name(side));
    if (!text || text->empty() || *text == variants_[side].original) continue;
    set_source(side, *text);
    ui_.notice = "Your edits are back. Ctrl+R brings the text before them.";
  }
}

// Nothing to keep: an empty text, so that the host needs no way to forget.
void App::remember_edits(uint32_t side) {
  const Variant& variant = variants_[side];
  host_.remember(edits_name(side), variant.text == variant.original ? "" : variant.text);
}

// ---------------------------------------------------------------- texts

void App::set_source(uint32_t side, const std::string& text) {
  if (side >= variants_.size()) return;
  if (text.size() > kMaxProgramText) {
    edited_[side] = variants_[side].text;
    ui_.notice = "More than 1 MB is no program for a picture: nothing was pasted.";
    return;
  }
  const uint64_t here = step();
  Variant& variant = variants_[side];
  load_text(variant, text, compile_, options_of_app());
  edited_[side] = text;
  branches_.clear();
  policy_ = {};
  begin_search(side);
  fixes_[side].reset();
  turnings_.assign(variants_.size(), std::nullopt);
  remember_edits(side);
  if (variants_.size() > 1) {
    diff_ = diff_sources(variants_[0].text, variants_[1].text);
    part_ = first_difference(variants_[0], variants_[1]);
  }
  ask_again();
  seek(here);
}

void App::reset_sources() {
  for (uint32_t side = 0; side < variants_.size(); ++side) {
    edited_[side] = variants_[side].original;
    set_source(side, variants_[side].original);
  }
}

void App::open_path(const std::string& path) {
  const Result<std::string> text = host_.read_file(path);
  const std::string refusal = text.ok() ? refusal_of(text.value()) : "";
  if (!text.ok())
    ui_.notice = text.error() + ".";
  else if (!refusal.empty())
    ui_.notice = path + " " + refusal + ".";
  else
    open_file(path, text.value());
}

void App::open_file(const std::string& path, const std::string& text) {
  open_text(base_name(path), text);
  path_ = path;
  origin_ = "file-" + std::to_string(hash_text(path));
  recall_edits();
}

// Somebody else wrote this into the file since it was read or saved here.
bool App::is_of_another(const std::string& file) const {
  return file != variants_.front().original && file != variants_.front().text;
}

// A file that vanished is written anew; one that changed is overwritten only at the second time.
void App::save() {
  if (variants_.empty()) return;
  const uint32_t side = shown_sides().front();
  Variant& variant = variants_[side];
  const std::string path = path_.empty() ? variant.name : path_;
  if (!path_.empty() && !may_overwrite_) {
    const Result<std::string> now = host_.read_file(path_);
    may_overwrite_ = now.ok() && is_of_another(now.value());
    if (may_overwrite_) {
      ui_.notice = path + " was changed by another program. Ctrl+S once more overwrites it.";
      return;
    }
  }
  may_overwrite_ = false;
  const Result<Done> done = host_.write_file(path, variant.text);
  ui_.notice = done.ok() ? "Saved as " + path + "."
                         : done.error() + ". Your text is kept here, and comes back with it.";
  if (!done.ok() || path_.empty()) return;
  variant.original = variant.text;
  remember_edits(side);
}

void App::look_at_file() {
  if (path_.empty() || variants_.empty()) return;
  Variant& variant = variants_.front();
  const Result<std::string> now = host_.read_file(path_);
  if (!now.ok()) {
    ui_.notice = path_ + " is gone. Its text is still here; Ctrl+S writes it again.";
  } else if (!is_of_another(now.value())) {
    return;
  } else if (variant.text != variant.original) {
    ui_.notice = path_ + " was changed by another program. You see your own edits.";
  } else if (const std::string refusal = refusal_of(now.value()); !refusal.empty()) {
    ui_.notice = path_ + " " + refusal + ". You see what it was before.";
  } else {
    variant.original = now.value();
    set_source(0, now.value());
    ui_.notice = path_ + " was changed by another program, and is read anew.";
  }
}

// ---------------------------------------------------------------- find

// The editor that had the caret last, if it is still shown.
uint32_t App::side_to_search() const {
  const std::vector<uint32_t> sides = shown_sides();
  const bool shown = std::find(sides.begin(), sides.end(), ui_.find.side) != sides.end();
  return shown ? ui_.find.side : sides.front();
}

void App::open_find() {
  if (variants_.empty()) return;
  ui_.find.side = side_to_search();
  ui_.editing = ui_.find.is_open = true;
  ui_.find.wants_caret = ui_.find.wants_scroll = true;
}

void App::find_next(bool forward) {
  const bool was_open = ui_.editing && ui_.find.is_open;
  if (!was_open) open_find();
  if (variants_.empty() || ui_.find.text.empty()) return;
  ui_.find.side = side_to_search();
  const std::vector<FindMatch> matches =
      find_matches(edited_[ui_.find.side], ui_.find.text, ui_.find.letters);
  if (matches.empty()) return;
  const std::size_t by = forward ? 1 : matches.size() - 1;
  const std::size_t next = (current_match(matches, ui_.find.at) + by) % matches.size();
  ui_.find.at = matches[next].from;
  ui_.find.gives_caret = was_open && !ui_.find.has_caret;
  ui_.find.wants_scroll = true;
}

// The caret goes back into the text, to what was found.
void App::close_find() {
  ui_.find.is_open = false;
  ui_.find.gives_caret = true;
}

void App::perform_edit(const Command& command) {
  switch (command.action) {
    case Action::Edit:
      ui_.editing = !ui_.editing;
      ui_.find.is_open = false;
      break;
    case Action::SetSource:
      set_source(command.side, command.text);
      break;
    case Action::Reset:
      reset_sources();
      break;
    case Action::OpenFile:
      open_path(command.text);
      break;
    case Action::Save:
      save();
      break;
    case Action::Find:
      open_find();
      break;
    case Action::FindNext:
      find_next(true);
      break;
    case Action::FindPrevious:
      find_next(false);
      break;
    case Action::FindCase:
      ui_.find.letters = ui_.find.letters == LetterCase::Any ? LetterCase::Same : LetterCase::Any;
      ui_.find.wants_scroll = true;
      break;
    default:
      break;
  }
}

}  // namespace gopark
