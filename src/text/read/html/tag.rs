//! Element names and what HTML says about them.

/// The elements that the reader treats apart; every other is [`Tag::Other`], or [`Tag::Custom`]
/// where its name holds a hyphen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[rustfmt::skip]
pub(super) enum Tag {
    A, Abbr, Address, Area, Article, Aside, Audio, B, Base, Blockquote, Body, Br, Button, Canvas,
    Caption, Center, Cite, Code, Col, Dd, Details, Dialog, Dir, Div, Dl, Dt, Em, Embed, Fieldset,
    Figcaption, Figure, Font, Footer, Form, H1, H2, H3, H4, H5, H6, Head, Header, Hgroup, Hr, Html,
    I, Iframe, Img, Input, Label, Legend, Li, Link, Main, Math, Menu, Meta, Nav, Nobr, Noembed,
    Noframes, Noscript, Object, Ol, Optgroup, Option, P, Param, Picture, Pre, Q, S, Script, Search,
    Section, Select, Small, Source, Span, Strike, Strong, Style, Sub, Summary, Sup, Svg, Table,
    Tbody, Td, Template, Textarea, Tfoot, Th, Thead, Time, Title, Tr, Track, Tt, U, Ul, Video, Wbr,
    Xmp, Text, Custom, Other,
}

impl Tag {
    /// The element of this name, in any case.
    #[rustfmt::skip]
    pub(super) fn named(name: &str) -> Self {
        let mut lower = [0; 10];
        let Some(room) = lower.get_mut(..name.len()) else {
            return if name.contains('-') { Self::Custom } else { Self::Other };
        };
        room.copy_from_slice(name.as_bytes());
        room.make_ascii_lowercase();
        match &*room {
            b"a" => Self::A, b"abbr" => Self::Abbr, b"address" => Self::Address, b"area" => Self::Area,
            b"article" => Self::Article, b"aside" => Self::Aside, b"audio" => Self::Audio, b"b" => Self::B,
            b"base" => Self::Base, b"blockquote" => Self::Blockquote, b"body" => Self::Body,
            b"br" => Self::Br, b"button" => Self::Button, b"canvas" => Self::Canvas,
            b"caption" => Self::Caption, b"center" => Self::Center, b"cite" => Self::Cite,
            b"code" => Self::Code, b"col" => Self::Col, b"dd" => Self::Dd, b"details" => Self::Details,
            b"dialog" => Self::Dialog, b"dir" => Self::Dir, b"div" => Self::Div, b"dl" => Self::Dl,
            b"dt" => Self::Dt, b"em" => Self::Em, b"embed" => Self::Embed, b"fieldset" => Self::Fieldset,
            b"figcaption" => Self::Figcaption, b"figure" => Self::Figure, b"font" => Self::Font,
            b"footer" => Self::Footer, b"form" => Self::Form, b"h1" => Self::H1, b"h2" => Self::H2,
            b"h3" => Self::H3, b"h4" => Self::H4, b"h5" => Self::H5, b"h6" => Self::H6,
            b"head" => Self::Head, b"header" => Self::Header, b"hgroup" => Self::Hgroup, b"hr" => Self::Hr,
            b"html" => Self::Html, b"i" => Self::I, b"iframe" => Self::Iframe, b"img" => Self::Img,
            b"input" => Self::Input, b"label" => Self::Label, b"legend" => Self::Legend, b"li" => Self::Li,
            b"link" => Self::Link, b"main" => Self::Main, b"math" => Self::Math, b"menu" => Self::Menu,
            b"meta" => Self::Meta, b"nav" => Self::Nav, b"nobr" => Self::Nobr, b"noembed" => Self::Noembed,
            b"noframes" => Self::Noframes, b"noscript" => Self::Noscript, b"object" => Self::Object,
            b"ol" => Self::Ol, b"optgroup" => Self::Optgroup, b"option" => Self::Option, b"p" => Self::P,
            b"param" => Self::Param, b"picture" => Self::Picture, b"pre" => Self::Pre, b"q" => Self::Q,
            b"s" => Self::S, b"script" => Self::Script, b"search" => Self::Search,
            b"section" => Self::Section, b"select" => Self::Select, b"small" => Self::Small,
            b"source" => Self::Source, b"span" => Self::Span, b"strike" => Self::Strike,
            b"strong" => Self::Strong, b"style" => Self::Style, b"sub" => Self::Sub,
            b"summary" => Self::Summary, b"sup" => Self::Sup, b"svg" => Self::Svg, b"table" => Self::Table,
            b"tbody" => Self::Tbody, b"td" => Self::Td, b"template" => Self::Template,
            b"textarea" => Self::Textarea, b"tfoot" => Self::Tfoot, b"th" => Self::Th,
            b"thead" => Self::Thead, b"time" => Self::Time, b"title" => Self::Title, b"tr" => Self::Tr,
            b"track" => Self::Track, b"tt" => Self::Tt, b"u" => Self::U, b"ul" => Self::Ul,
            b"video" => Self::Video, b"wbr" => Self::Wbr, b"xmp" => Self::Xmp,
            _ if name.contains('-') => Self::Custom,
            _ => Self::Other,
        }
    }

    /// Has it no content and no end tag?
    #[rustfmt::skip]
    pub(super) fn is_void(self) -> bool {
        matches!(self,
            Self::Area | Self::Base | Self::Br | Self::Col | Self::Embed | Self::Hr | Self::Img
            | Self::Input | Self::Link | Self::Meta | Self::Param | Self::Source | Self::Track | Self::Wbr)
    }

    /// Does everything up to its end tag count as characters, not as markup?
    #[rustfmt::skip]
    pub(super) fn is_raw(self) -> bool {
        matches!(self,
            Self::Script | Self::Style | Self::Textarea | Self::Title | Self::Noscript | Self::Iframe
            | Self::Noembed | Self::Noframes | Self::Xmp)
    }

    /// May it stand in a `head`?
    #[rustfmt::skip]
    pub(super) fn is_head_matter(self) -> bool {
        matches!(self,
            Self::Base | Self::Link | Self::Meta | Self::Noscript | Self::Script | Self::Style
            | Self::Template | Self::Title)
    }

    /// Does text before it and text after it stand in different blocks?
    #[rustfmt::skip]
    pub(super) fn is_block(self) -> bool {
        matches!(self,
            Self::Address | Self::Article | Self::Aside | Self::Blockquote | Self::Body | Self::Button
            | Self::Caption | Self::Center | Self::Dd | Self::Details | Self::Dialog | Self::Dir
            | Self::Div | Self::Dl | Self::Dt | Self::Fieldset | Self::Figcaption | Self::Figure
            | Self::Footer | Self::Form | Self::Head | Self::Header | Self::Hgroup | Self::Hr | Self::Html
            | Self::Legend | Self::Li | Self::Main | Self::Menu | Self::Nav | Self::Ol | Self::Optgroup
            | Self::Option | Self::P | Self::Pre | Self::Search | Self::Section | Self::Select
            | Self::Summary | Self::Table | Self::Tbody | Self::Td | Self::Textarea | Self::Tfoot
            | Self::Th | Self::Thead | Self::Tr | Self::Ul | Self::Xmp)
            || self.is_heading()
    }

    /// Does its start tag end an open paragraph?
    #[rustfmt::skip]
    pub(super) fn ends_paragraph(self) -> bool {
        self.is_block() && !matches!(self,
            Self::Body | Self::Button | Self::Caption | Self::Head | Self::Html | Self::Legend
            | Self::Optgroup | Self::Option | Self::Select | Self::Tbody | Self::Td | Self::Textarea
            | Self::Tfoot | Self::Th | Self::Thead | Self::Tr)
    }

    /// Is it `h1` to `h6`?
    pub(super) fn is_heading(self) -> bool {
        matches!(self, Self::H1 | Self::H2 | Self::H3 | Self::H4 | Self::H5 | Self::H6)
    }

    /// Is it one of the inline elements that browsers close even across blocks?
    #[rustfmt::skip]
    pub(super) fn is_formatting(self) -> bool {
        matches!(self,
            Self::A | Self::B | Self::Code | Self::Em | Self::Font | Self::I | Self::Nobr | Self::S
            | Self::Small | Self::Strike | Self::Strong | Self::Tt | Self::U)
    }

    /// Is what it holds never part of a page's words?
    #[rustfmt::skip]
    pub(super) fn is_wordless(self) -> bool {
        matches!(self,
            Self::Audio | Self::Canvas | Self::Head | Self::Iframe | Self::Math | Self::Noembed
            | Self::Noframes | Self::Noscript | Self::Object | Self::Script | Self::Select
            | Self::Style | Self::Svg | Self::Template | Self::Textarea | Self::Title | Self::Video)
    }
}
