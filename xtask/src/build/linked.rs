//! A linked wasm as a graph: its functions and its pieces of data, and which of them name which others, as the linker's
//! relocations (`--emit-relocs`) tell.

use anyhow::{Context, Result, bail};
use std::{collections::HashSet, ops::Range};
use wasmparser::{
    DataKind, ExternalKind, KnownCustom, Linking, LinkingSectionReader, Parser, Payload, RelocSectionReader,
    RelocationType, SymbolFlags, SymbolInfo, TypeRef,
};

/// A place among the functions or the data.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Node {
    /// Of [`Linked::functions`].
    Function(usize),
    /// Of [`Linked::data`].
    Data(usize),
}

/// A function of the module itself.
pub struct Function {
    /// As the linker knows it; a function may have several names.
    pub names: Vec<String>,
    /// Where its body is in the file.
    pub body: Range<usize>,
}

/// The graph.
#[derive(Default)]
pub struct Linked {
    /// In the file's order.
    pub functions: Vec<Function>,
    /// Where each piece of data is in the file. They may overlap.
    pub data: Vec<Range<usize>>,
    /// What can be reached from outside.
    pub roots: Vec<Node>,
    /// The file's sections, header included, without those that only linkers read.
    pub sections: Vec<Range<usize>>,
    /// What is named, by the place in the file where it is; in the order of places.
    pub(super) references: Vec<(usize, Node)>,
}

impl Linked {
    /// Reads a file that the linker wrote.
    pub fn read(wasm: &[u8]) -> Result<Self> {
        let mut linked = Self::default();
        let (mut imported, mut end) = (0, 8);
        let (mut starts, mut segments, mut exported) = (Vec::new(), Vec::new(), Vec::new());
        let (mut symbols, mut relocations) = (None, Vec::new());
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload?;
            if let Some((_, range)) = payload.as_section() {
                let for_linkers = matches!(&payload, Payload::CustomSection(custom)
                    if custom.name() == "linking" || custom.name().starts_with("reloc."));
                if !for_linkers {
                    linked.sections.push(end..range.end);
                }
                end = range.end;
                starts.push(range.start);
            }
            match payload {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let export = export?;
                        if export.kind == ExternalKind::Func {
                            exported.push(export.index);
                        }
                    }
                }
                Payload::StartSection { func, .. } => exported.push(func),
                Payload::CodeSectionEntry(body) => {
                    linked.functions.push(Function { names: Vec::new(), body: body.range() });
                }
                Payload::DataSection(data) => {
                    for segment in data {
                        let segment = segment?;
                        if !matches!(segment.kind, DataKind::Active { .. }) {
                            bail!("a segment of data that is not there from the start");
                        }
                        segments.push(segment.range.end - segment.data.len()..segment.range.end);
                    }
                }
                Payload::CustomSection(custom) => match custom.as_known() {
                    KnownCustom::Linking(linking) => symbols = Some(linking),
                    KnownCustom::Reloc(reloc) => relocations.push(reloc),
                    _ => {}
                },
                _ => {}
            }
        }
        let defined = |index: u32| (index as usize).checked_sub(imported).map(Node::Function);
        linked.roots.extend(exported.into_iter().filter_map(defined));
        let symbols = symbols.context("no symbols: was it linked with --emit-relocs?")?;
        let nodes = linked.read_symbols(symbols, &segments, imported)?;
        for section in relocations {
            linked.read_relocations(section, &starts, &nodes)?;
        }
        linked.references.sort_by_key(|(place, _)| *place);
        Ok(linked)
    }

    /// What a function or a piece of data names.
    pub fn named_by(&self, node: Node) -> impl Iterator<Item = Node> {
        let range = match node {
            Node::Function(index) => self.functions.get(index).map(|function| function.body.clone()),
            Node::Data(index) => self.data.get(index).cloned(),
        }
        .unwrap_or_default();
        let first = self.references.partition_point(|(place, _)| *place < range.start);
        let named = self.references.iter().skip(first).take_while(move |(place, _)| *place < range.end);
        named.map(|(_, node)| *node)
    }

    /// Forgets what is named only as an operand of calls to these functions, right before them. They never return: nobody
    /// else gets it.
    pub fn forget_operands(&mut self, wasm: &[u8], of: &[bool]) {
        const CALL: u8 = 0x10;
        const I32_CONST: u8 = 0x41;
        // An instruction that names something is its code and five bytes, which the linker fills in.
        const LENGTH: usize = 6;
        let is = |place: usize, code: u8| place.checked_sub(1).and_then(|before| wasm.get(before)) == Some(&code);
        let places: HashSet<usize> = self.references.iter().map(|(place, _)| *place).collect();
        let mut forgotten = HashSet::new();
        for (place, node) in &self.references {
            if !is(*place, CALL) || !matches!(node, Node::Function(index) if of.get(*index) == Some(&true)) {
                continue;
            }
            // The length of a text may stand between.
            let is_length = |bytes: &[u8]| matches!(bytes, [I32_CONST, 0..0x40, CALL]);
            let length = place.checked_sub(3).and_then(|before| wasm.get(before..*place)).is_some_and(is_length);
            let mut operand = if length { *place - 2 } else { *place };
            while let Some(before) = operand.checked_sub(LENGTH)
                && places.contains(&before)
                && is(before, I32_CONST)
            {
                forgotten.insert(before);
                operand = before;
            }
        }
        self.references.retain(|(place, _)| !forgotten.contains(place));
    }

    /// Forgets places in the sources (`core::panic::Location`: the name of a file, a line and a column): functions hand them to
    /// each other, and only a panic would tell one.
    pub fn forget_places(&mut self, wasm: &[u8]) {
        const LENGTH: usize = 16;
        let is_file = |node: Node| {
            let Node::Data(index) = node else { return false };
            let name = self.data.get(index).and_then(|range| wasm.get(range.clone())).unwrap_or_default();
            name.ends_with(b".rs") || name.ends_with(b".rs\0")
        };
        let is_place = |node: Node| {
            let Node::Data(index) = node else { return false };
            let mut named = self.named_by(node);
            self.data.get(index).is_some_and(|range| range.len() == LENGTH)
                && named.next().is_some_and(is_file)
                && named.next().is_none()
        };
        let places: HashSet<usize> =
            self.references.iter().filter(|(_, node)| is_place(*node)).map(|(at, _)| *at).collect();
        self.references.retain(|(at, _)| !places.contains(at));
    }

    /// Fills in names and data, and answers what each symbol stands for.
    fn read_symbols(
        &mut self,
        linking: LinkingSectionReader,
        segments: &[Range<usize>],
        imported: usize,
    ) -> Result<Vec<Option<Node>>> {
        let mut nodes = Vec::new();
        for subsection in linking.subsections() {
            let Linking::SymbolTable(symbols) = subsection? else { continue };
            for symbol in symbols {
                let (flags, node) = match symbol? {
                    SymbolInfo::Func { flags, index, name } => {
                        let index = (index as usize).checked_sub(imported);
                        if let Some(function) = index.and_then(|index| self.functions.get_mut(index)) {
                            function.names.extend(name.map(str::to_owned));
                        }
                        (flags, index.map(Node::Function))
                    }
                    SymbolInfo::Data { flags, symbol: Some(symbol), .. } if !flags.contains(SymbolFlags::ABSOLUTE) => {
                        let segment = segments.get(symbol.index as usize).context("data in no segment")?;
                        let start = segment.start + symbol.offset as usize;
                        self.data.push(start..start + symbol.size as usize);
                        (flags, Some(Node::Data(self.data.len() - 1)))
                    }
                    SymbolInfo::Data { flags, .. }
                    | SymbolInfo::Global { flags, .. }
                    | SymbolInfo::Section { flags, .. }
                    | SymbolInfo::Event { flags, .. }
                    | SymbolInfo::Table { flags, .. } => (flags, None),
                };
                if flags.intersects(SymbolFlags::NO_STRIP | SymbolFlags::EXPORTED) {
                    self.roots.extend(node);
                }
                nodes.push(node);
            }
        }
        Ok(nodes)
    }

    fn read_relocations(
        &mut self,
        section: RelocSectionReader,
        starts: &[usize],
        nodes: &[Option<Node>],
    ) -> Result<()> {
        let start = starts.get(section.section_index() as usize).context("relocations of no section")?;
        for relocation in section.entries() {
            let relocation = relocation?;
            // Types are named by their own index; all else by a symbol.
            if relocation.ty == RelocationType::TypeIndexLeb {
                continue;
            }
            let node = nodes.get(relocation.index as usize).context("a relocation to no symbol")?;
            let place = start + relocation.relocation_range().start;
            self.references.extend(node.map(|node| (place, node)));
        }
        Ok(())
    }
}
