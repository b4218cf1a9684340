-- Neovim's own client against the server: symbols, hover, references, an edit. Written for 0.7, which has neither `-l` nor vim.lsp.start.
-- nvim --headless -u NONE -i NONE -n -c 'luafile check.lua' with DOC, NODE_BIN and CLI in the environment; exit code 1 says that a check failed.

local function flatten(symbols, into)
  for _, s in ipairs(symbols) do
    table.insert(into, s)
    flatten(s.children or {}, into)
  end
  return into
end

local function find(symbols, part)
  for _, s in ipairs(flatten(symbols, {})) do
    if s.name:find(part, 1, true) then return s end
  end
end

-- Position of a piece of text as the protocol counts it, in UTF-16 code units.
local function position(buf, needle, from)
  for i, line in ipairs(vim.api.nvim_buf_get_lines(buf, 0, -1, false)) do
    local byte = i > from and line:find(needle, 1, true)
    if byte then
      local _, utf16 = vim.str_utfindex(line, byte - 1)
      return { line = i - 1, character = utf16 }
    end
  end
  error('not in the text: ' .. needle)
end

-- What was checked; run.mjs counts these lines.
local function passed(what) io.stdout:write('✓ ' .. what .. '\n') end

local function main()
  vim.cmd('edit ' .. vim.fn.fnameescape(os.getenv('DOC')))
  vim.bo.filetype = 'text'
  local buf = vim.api.nvim_get_current_buf()
  local id = vim.lsp.start_client({ name = 'report-lens', cmd = { os.getenv('NODE_BIN'), os.getenv('CLI'), 'lsp', '--stdio' }, root_dir = vim.fn.getcwd() })
  assert(id, 'the client did not start')
  vim.lsp.buf_attach_client(buf, id)
  assert(vim.wait(10000, function() local c = vim.lsp.get_client_by_id(id); return c and c.initialized end, 20), 'not initialized')

  local text_document = { uri = vim.uri_from_bufnr(buf) }
  local function ask(method, more)
    local answers, err = vim.lsp.buf_request_sync(buf, method, vim.tbl_extend('error', { textDocument = text_document }, more or {}), 15000)
    assert(answers, method .. ': ' .. tostring(err))
    assert(not answers[id].error, method .. ': ' .. vim.inspect(answers[id].error))
    return answers[id].result
  end

  local symbols = ask('textDocument/documentSymbol')
  assert(symbols[1].name == '陈立言在云岭县调研防汛备汛工作', 'the title comes first')
  local measure = assert(find(symbols, '做好物资储备'), 'no symbol inside the paragraph')
  assert(vim.deep_equal(measure.selectionRange.start, position(buf, '做好物资储备', 0)) or vim.deep_equal(measure.range.start, position(buf, '二是', 0)), 'the symbol is somewhere else')
  passed(('symbols: %d'):format(#flatten(symbols, {})))

  local hover = ask('textDocument/hover', { position = position(buf, '陈立言', 2) })
  assert(hover.contents.kind == 'markdown' and hover.contents.value:find('陈立言', 1, true), 'the hover names nobody')
  assert(vim.lsp.util.convert_input_to_markdown_lines(hover.contents), 'Neovim cannot show the hover')
  assert(ask('textDocument/hover', { position = { line = 1, character = 0 } }) == nil, 'a hover over nothing')
  passed('hover: ' .. hover.contents.value:gsub('\n.*', ''))

  local references = ask('textDocument/references', { position = position(buf, '陈立言', 2), context = { includeDeclaration = true } })
  local before = #references
  assert(before >= 3, 'references: ' .. before)
  assert(#vim.lsp.util.locations_to_items(references, vim.lsp.get_client_by_id(id).offset_encoding) == before, 'Neovim cannot list the references')
  passed(('references: %d'):format(before))

  -- incremental sync, with characters of more than one byte and of more than one UTF-16 unit
  local last = vim.api.nvim_buf_line_count(buf)
  local line = vim.api.nvim_buf_get_lines(buf, last - 1, last, false)[1]
  vim.api.nvim_buf_set_text(buf, last - 1, #line, last - 1, #line, { '四是严肃值守纪律𠮷。要落实领导带班制度。' })
  vim.api.nvim_buf_set_text(buf, 0, 0, 0, #'陈立言', { '市领导' })
  symbols = ask('textDocument/documentSymbol')
  assert(symbols[1].name == '市领导在云岭县调研防汛备汛工作', 'the title was not edited: ' .. symbols[1].name)
  assert(find(symbols, '严肃值守纪律'), 'no symbol for what was written')
  references = ask('textDocument/references', { position = position(buf, '陈立言', 2), context = { includeDeclaration = true } })
  assert(#references == before - 1, 'references after the edit: ' .. #references)
  passed(('edit: %d references after it'):format(#references))

  vim.lsp.stop_client(id)
  assert(vim.wait(5000, function() return vim.lsp.get_client_by_id(id) == nil end, 20), 'the server did not stop')
  passed('stop')
end

local ok, err = xpcall(main, debug.traceback)
if not ok then io.stderr:write(tostring(err) .. '\n') end
vim.cmd(ok and 'qa!' or 'cq')
