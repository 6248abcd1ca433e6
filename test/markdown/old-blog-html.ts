// HTML as old blogs hold it, each piece with one kind of trouble; invented, after the habits of real editors and real people.

/** Pieces of HTML by what is the matter with them. */
export const OLD_BLOG_HTML: Readonly<Record<string, string>> = {
  "unclosed tags": "<p>One <b>bold <i>both<p>next <u>line<div>third</div>rest",
  "fonts and centers":
    '<center><font size="4" color="red">Big <font face="Arial">news</font></font></center><font>small<br></font><big>print</big>',
  "sixty fonts and a link": `${"<font>".repeat(60)}word <a href="http://blog.example/a">link</a> more${"</font>".repeat(60)} end`,
  "sixty bold words": `${"<b><i>".repeat(30)}word <a href="/a">link</a> <img src="/b.png" alt="pic">${"</i></b>".repeat(30)} end`,
  "nested tables":
    '<table border=1><tr><td>a<table><tr><td>b<td>c</table>d<td>e<tr><td><td>f</table><table width="100%"><tbody><tr><td>layout</td></tr></tbody></table>',
  "two captions": "<table><caption>first</caption><caption>second</caption><tr><td>x</td></tr></table>",
  "a caption without a table": "<table><caption>alone</caption></table>after",
  "a picture in code": "<pre><img src=/a.png alt=x><figcaption>below</pre>",
  "empty cells": "<table><tr><th></th><th>b</th></tr><tr><td></td><td></td></tr><tr><td>1</td><td></td></tr></table>",
  "text straight in tables": "<table>one<tr>two<td>three</td>four</tr>five</table>six",
  "cells without a table": "a<td>b</td><tr><td>c</tr>d",
  "misnested inline": "<b>one <i>two</b> three</i> <a href=/x><b>four</a> five</b> <em><strong>six</em></strong>",
  "links around blocks": '<a href="/x"><h2>Head</h2><p>text</p><img src="/i.png" alt="pic"></a> after',
  "links in links": '<a href="/x">one <a href="/y">two</a> three</a>',
  "lines for paragraphs": "one<br><br>two<br/><br/><br/>three<BR>four<br><p></p><br>five",
  "paragraphs of spaces": "<p>&nbsp;</p>one<p> </p><p>&nbsp;&nbsp;two&nbsp;</p><p>&#8203;</p>three &nbsp; four",
  "a paste from Word":
    '<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style>p.MsoNormal{margin:0}</style><p class="MsoNormal" style="margin:0cm"><span lang="SV" style="mso-ansi-language:SV">Åsa<o:p></o:p></span></p><?xml:namespace prefix = o ns = "urn:schemas-microsoft-com:office:office" /><p class="MsoListParagraph"><![if !supportLists]><span>·<span>&nbsp;&nbsp;</span></span><![endif]>item <st1:place w:st="on"><st1:city w:st="on">Umeå</st1:city></st1:place></p><o:p>&nbsp;</o:p>',
  "lists without items": "<ul>one<ul>two</ul></ul><ol><ol><li>deep</li></ol></ol><ul><p>para</p><div>div</div></ul>",
  "items without lists": "<li>one<li>two</li>after<p>para</p><dd>description<dt>term",
  "lists that end twice": "<ul><li>a<ul><li>b</li></li></ul></li><li>c</li></ul>d",
  "definition lists": "<dl><dt>a<dd>b<dd>c<p>d</p><dt><dd>e</dl><dl>loose<dt>f</dl>",
  "code in items": "<ul><li>do<pre>  one\n\n\ttwo  \n</pre>then</li></ul><pre>\n\n  x <b>y</b>\n</pre><pre></pre>",
  "an image map":
    '<img src="/map.png" usemap="#m" alt="map"><map name="m"><area shape="rect" href="http://a.example/one" alt="One"><area href="/two"></map>',
  players:
    '<object width="425"><param name="movie" value="http://www.youtube.com/v/abcdef12345&hl=en"></param><embed src="http://www.youtube.com/v/abcdef12345&hl=en" type="application/x-shockwave-flash"></embed></object>text<iframe src="//player.vimeo.com/video/123"></iframe><embed src="http://films.example/a b.swf"><object data="/film.swf"><p>no player</p></object><video src="http://films.example/c.mp4">none</video><audio><source src="http://films.example/d.mp3"><source src="http://films.example/d.ogg">none</audio>',
  "frames that close themselves":
    '<p>one</p><iframe src="http://films.example/a" /> two <a href="/l">link</a> <iframe src="http://films.example/b" /> <ul><li>three</li></ul>',
  "anchors with names":
    '<a name="top">Top</a> text <a href="#top">up</a> <a id="x y"></a><h2 id="s1">Sec</h2><a href="#s1"></a><a href="#s1">s</a>',
  "entities without semicolons":
    "caf&eacute au lait &amp b &lt;c&gt &copy2010 &notit; &#228 &#x41 &#150; &#0; &#xD800; AT&T ?a=1&copy=2",
  "spaces that do not break": "a&nbsp;b &nbsp; c\u00a0\u00a0d<br>&nbsp;e<br>&nbsp;<br>f",
  "right to left": '<p dir="rtl">שלום <b>עולם</b> (abc)</p><p>\u202babc\u202c</p><bdo dir="rtl">cba</bdo>',
  "soft and zero-width": "Rind\u00adfleisch a\u200bb c\u200dd e\u2060f &shy;g &zwj; \ufeffh",
  ruby: "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</ruby>",
  "small words":
    '<abbr title="World Wide Web">WWW</abbr> <acronym title="x">y</acronym> <q>said</q> <ins>in</ins><del>out</del> H<sub>2</sub>O x<sup>2</sup> <span title="kept?">z</span>',
  formulas:
    "<math><mi>x</mi><mo>=</mo><semantics><mn>1</mn><annotation encoding='application/x-tex'>x = 1</annotation></semantics></math> <svg width=9><title>not</title><desc>nor</desc><text>shown</text></svg>",
  "what a browser hides":
    '<noembed>a</noembed><template>b</template><canvas>c</canvas><datalist><option>d</datalist><div style="display: none">e <div>f</div> g</div>shown<span hidden>h</span><input type=hidden value=i><!-- j --><p style="display:none">k<p>two',
  "what a click opens": '<a href="javascript:toggle(\'x\')">More</a><div id="x" style="display:none">the rest</div>',
  "without scripts":
    '<script>document.write("a")</script><noscript><a href="http://poll.example/1">Take our poll</a></noscript>',
  "late images":
    '<img src="data:image/gif;base64,R0lG" data-src="/a.jpg" alt="A"><noscript><img src="/a.jpg" alt="A"></noscript><img src="data:image/png;base64,AAAA" alt="gone">',
  "counting pixels":
    '<p>text<img src="http://count.example/p.gif" width="1" height="1" alt=""><img src="http://1.gravatar.com/avatar/0?s=32" alt="me"></p><div class="blogger-post-footer"><img width=\'1\' height=\'1\' src=\'http://count.example/t\'/></div>',
  smileys: 'Ha <img src="/s.gif" alt=":-)" class="wp-smiley"> ha<img class="emoji" alt="😀" src="/e.png">!',
  forms:
    '<form action="/q">Name <input name=n value=v><select><option>one<option selected>two</select><textarea>typed <b>raw</b></textarea><button>Send</button><input type=submit value=Go></form>',
  "odd addresses":
    '<a href="javascript:x()">js</a> <a href=" http://a.example/b c ">space</a> <a href="http:\\\\a.example\\b">back</a> <a href="http://a.example/?q=å|b">pipe</a> <a href="//a.example/">scheme</a> <a href="">none</a> <a href="http://[bad/">bad</a> <a href="mailto:x@mail.example">mail</a> <a href="http://a.example/(x)_y*z*">marks</a> <a href="?p=3">query</a> <a href="HTTP://A.EXAMPLE/Up">upper</a> <a href="http://a.example/%zz">percent</a>',
  "typed addresses":
    "See http://a.example/x_y, (http://b.example/z) and www.c.example, ftp://d.example/e.<b>http://f.example/</b>g http://a.example/?a=1&amp;b=2",
  "Markdown in text":
    "# no\n* no\n1. no\n    no\n> no\n```\n[a](b) ![c](d) <b>e</b> &amp;amp; __f__ *g* ~~h~~ \\ --- | i |\n=== <!-- --> $1",
  "headings that hold blocks":
    "<h2>a<p>b</p><ul><li>c</ul>d</h2><h3></h3><h4>e<h5>f</h5>g<h1><img src=/i.png alt=h></h1>",
  quotations:
    "<blockquote>a<blockquote><p>b</blockquote>c</blockquote>d<blockquote></blockquote><q><blockquote>e</blockquote></q>",
  "a quotation with a speaker":
    "<blockquote><p>Words.</p><p>— Åsa</p></blockquote><blockquote>a<blockquote><p>b</p><p>— c</p></blockquote>d</blockquote>",
  "deep quotations": `${"<blockquote>".repeat(160)}deep <a href="/x">link</a>${"</blockquote>".repeat(160)}<p>after</p>`,
  "deep lists": `${"<ul><li>x".repeat(120)}${"</li></ul>".repeat(120)}<p>after</p>`,
  "deep divs": `${"<div>".repeat(400)}deep${"</div>".repeat(400)}after`,
  "deep emphasis": `${"<b>x<i>y<u>z".repeat(60)}${"</u></i></b>".repeat(60)}after`,
  "stray ends": "one</div>two</p>three</b></ul></td>four</br>five</h2>six</a>",
  "old names":
    "<xmp>a <b>b</b></xmp><listing>c</listing><menu><li>d</menu><dir><li>e</dir><tt>f</tt><strike>g</strike><nobr>h</nobr><marquee>i</marquee><blink>j</blink>",
  "Blogger's pictures":
    '<table class="tr-caption-container"><tbody><tr><td><a href="http://p.example/s1600/a.jpg"><img src="http://p.example/s320/a.jpg"></a></td></tr><tr><td class="tr-caption">The <i>caption</i></td></tr></tbody></table><div class="separator" style="clear: both;"><a href="http://p.example/s1600/b.jpg" imageanchor="1"><img border="0" src="http://p.example/s320/b.jpg" /></a></div>',
  figures:
    "<figure><img src=/a.png><figcaption>one<figcaption>two</figure><figure><p>three</p></figure><figure><figure><img src=/b.png><figcaption>in</figcaption></figure><figcaption>out</figcaption></figure>",
  details:
    "<details>no summary</details><details><summary>s</summary><ul><li>x</ul></details><summary>alone</summary><details><p>p</p><summary>late</summary></details>",
  rules: "a<hr>b<ul><li><hr></li></ul><hr/><p>c<hr>d</p>",
  "declarations and instructions":
    '<!DOCTYPE html><html><head><title>t</title><meta charset=x></head><body bgcolor=red>a<?php echo "b"; ?>c<![CDATA[d]]>e<!-- f -- > g --></body></html>h',
  "less-than signs": "a < b <3 <- c <<d>> 1<2 x<y & z <=> <é>",
  controls: "a\u0001b\u0008c\u007fd\u000be\u000cf\r\ng\rh",
  "white space": "  a \n\n b\t\tc <b> d </b>e<i> </i>f <p> g </p> \n h",
  "emphasis in words":
    "un<b>believ</b>able <i>it</i>’s <b>“q”</b>x <em>a </em>b<em> c</em> **<b>d</b>** <b></b><i><img src=/i.png></i>",
  code: "<code>a`b``c</code> <code> d </code> <code>e\nf</code> <code><b>g</b></code> <kbd>h</kbd> <samp>i</samp> <var>j</var> <code></code><code>`</code>",
};
