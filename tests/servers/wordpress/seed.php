<?php
/* php seed.php N: installs a blog into BLOG_FOLDER (code in BLOG_CODE) with N film reviews, odd posts and threads;
   what is where is told in seed.json. The same N gives the same blog. */
define('WP_INSTALLING', true);
$_SERVER += ['HTTP_HOST' => '127.0.0.1', 'REQUEST_URI' => '/', 'REQUEST_METHOD' => 'GET', 'REMOTE_ADDR' => '127.0.0.1', 'SERVER_PROTOCOL' => 'HTTP/1.1'];
require getenv('BLOG_CODE') . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/taxonomy.php';
$count = (int) ($argv[1] ?? 40);
const NEWEST = '2026-02-28 18:00:00 UTC';
const DAY = 86400;

/* ---- the blog and its people */
wp_install('The Fog Desk', 'admin', 'admin@fogdesk.test', true, '', 'admin-word');
foreach (get_posts(['numberposts' => -1, 'post_status' => 'any', 'post_type' => ['post', 'page']]) as $post)
    wp_delete_post($post->ID, true);
$theme = basename((glob(ABSPATH . 'wp-content/themes/twentytwenty*', GLOB_ONLYDIR) ?: ['none'])[0]);
foreach ([
    'blogdescription' => 'Films, mostly seen in bad weather', 'template' => $theme, 'stylesheet' => $theme,
    'posts_per_rss' => 10, 'posts_per_page' => 10, 'rss_use_excerpt' => 0,
    'thread_comments' => 1, 'thread_comments_depth' => 5, 'page_comments' => 0, 'comment_order' => 'asc',
    'comment_moderation' => 0, 'comment_previously_approved' => 0, 'require_name_email' => 1,
    'comment_registration' => 0, 'close_comments_for_old_posts' => 0, 'default_comment_status' => 'open',
    'default_ping_status' => 'closed', 'comments_notify' => 1, 'moderation_notify' => 1, 'comment_max_links' => 2,
    'disallowed_keys' => "roulette\nforbidden-word", 'moderation_keys' => 'hold-this', 'using_application_passwords' => 1,
    'test_rest_anonymous' => 0, 'test_rest_blocked' => 0, 'test_flood' => 15, 'test_no_generator' => 0,
] as $name => $value) update_option($name, $value);
global $wp_rewrite, $wpdb;
$wp_rewrite->set_permalink_structure('/%year%/%monthnum%/%postname%/');
$member = fn ($login, $name, $role) => wp_insert_user([
    'user_login' => $login, 'user_pass' => "$login-word", 'user_email' => "$login@fogdesk.test",
    'display_name' => $name, 'nickname' => $name, 'role' => $role,
]);
$ada = $member('ada', 'Ada Quill', 'author');
$bram = $member('bram', 'Bram O’Dell', 'author');
$reader = $member('reader', 'Rosa Reader', 'subscriber');
$categories = [];
foreach (['Reviews', 'Drama', 'Comedy', 'Notes'] as $name) $categories[$name] = wp_create_category($name);

/* ---- posts */
$dated = fn ($when) => ['post_date_gmt' => gmdate('Y-m-d H:i:s', $when), 'post_date' => gmdate('Y-m-d H:i:s', $when)];
$block = fn ($html) => "<!-- wp:paragraph -->\n<p>$html</p>\n<!-- /wp:paragraph -->";
$grades = ['B-', 'A', '7/10', '3.5/4', 'C+', '★★★½', '8/10 or B+', 'D', 'A-', '62/100'];
$kinds = ['Second', 'Borrowed', 'Paper', 'Winter', 'Unlit', 'Patient', 'Northern', 'Spare', 'Copper', 'Last'];
$things = ['Foghorn', 'Ferry', 'Almanac', 'Orchestra', 'Lamp', 'Harbour', 'Signal', 'Waiter', 'Parade', 'Tide'];
$people = ['Ilse Marrow', 'Tomas Vey', 'Petra Lund', 'Kwame Ostrander', 'Noor Halvorsen', 'Édith Caro', 'Jun Takeda'];
$remarks = [
    'The picture waits, and what it waits for is worth the while.', 'Nobody in it raises a voice &#8211; or needs to.',
    'A third of the dialogue could go &amp; nobody would miss it.', '“I kept the light on,” she says, and that is the plot.',
    'The music tells us to weep a scene too early.', 'Its last reel is the best thing its maker has done.',
];
$said = fn ($from, $many) => implode(' ', array_map(fn ($n) => $remarks[($from + $n * 5) % 6], range(1, $many)));
$review = function ($n) use ($block, $grades, $kinds, $things, $people, $said) {
    $film = "The {$kinds[$n % 10]} {$things[intdiv($n, 10) % 10]}" . ($n >= 100 ? ' ' . (intdiv($n, 100) + 1) : '');
    $year = 2019 + $n % 7;
    $parts = [
        $block("<strong>Directed By:</strong> {$people[$n % 7]}"),
        $block("<strong>Starring –</strong> {$people[($n + 1) % 7]}, {$people[($n + 3) % 7]}"),
        $block('<strong>The Plot –</strong> ' . $said($n, 3)),
        $block('Rated PG' . ($n % 3 ? '-13' : '') . ' for brief peril.'),
    ];
    if ($n % 4 === 0) $parts[] = "<!-- wp:quote -->\n<blockquote><p>" . $said($n, 1) . "</p></blockquote>\n<!-- /wp:quote -->";
    foreach (range(1, 4 + $n % 6) as $k) $parts[] = $block("<em>$film</em>, paragraph $k. " . $said($n + $k, 5));
    $parts[] = $block("<strong>My Grade: {$grades[$n % 10]}</strong>");
    return [$n % 2 ? "$film ($year)" : "Review: “{$film}” ($year)", implode("\n\n", $parts), $film];
};
$wpdb->query('BEGIN');
wp_defer_term_counting(true);
$posts = [];
$fields = function ($n) use ($review, $dated, $said, $ada, $bram) {
    [$title, $text, $film] = $review($n);
    return $dated(strtotime(NEWEST) - $n * 2 * DAY) + [
        'post_title' => $title, 'post_name' => sanitize_title($film), 'post_content' => $text, 'post_status' => 'publish',
        'post_author' => $n % 2 ? $bram : $ada, 'post_excerpt' => $n % 3 ? '' : 'In short: ' . $said($n, 1),
    ];
};
$shelves = fn ($n) => [$categories['Reviews'], $categories[$n % 2 ? 'Drama' : 'Comedy']];
for ($n = 0; $n < min($count, 40); $n++)
    $posts[] = wp_insert_post(wp_slash($fields($n) + ['post_category' => $shelves($n)]));
for (; $n < $count; $n++) {                // an old archive goes straight into the tables, ten times as fast
    $row = $fields($n);
    $wpdb->insert($wpdb->posts, $row + [
        'post_modified' => $row['post_date'], 'post_modified_gmt' => $row['post_date_gmt'], 'post_type' => 'post',
        'comment_status' => 'open', 'ping_status' => 'closed', 'to_ping' => '', 'pinged' => '', 'post_content_filtered' => '',
    ]);
    $posts[] = $wpdb->insert_id;
    $wpdb->insert($wpdb->term_relationships, ['object_id' => $wpdb->insert_id, 'term_taxonomy_id' => $shelves($n)[0]]);
}
$odd = function ($title, $fields = []) use ($dated, $ada, $categories, $said, &$hours) {
    $hours = ($hours ?? 0) + 1;
    return wp_insert_post(wp_slash($fields + $dated(strtotime(NEWEST) + $hours * 3600) + [
        'post_title' => $title, 'post_content' => '<p>' . $said($hours, 4) . "</p>\n<p>My Grade: B</p>",
        'post_status' => 'publish', 'post_author' => $ada, 'post_category' => [$categories['Notes']],
    ]));
};
$special = [
    'password' => $odd('Behind a password', ['post_password' => 'sesame']),
    'closed' => $odd('Comments are closed here', ['comment_status' => 'closed']),
    'silent' => $odd('Nobody has said anything yet'),
    'private' => $odd('For members', ['post_status' => 'private']),
    'draft' => $odd('Not finished', ['post_status' => 'draft']),
    'hostile' => $odd('Hostile <b>markup</b> & [bold]brackets[/bold]', ['post_content' =>
        "<p><script>alert(1)</script>\x1b[31mred\x1b[0m, a [link]not markup[/link], zero\xE2\x80\x8Bwidth, \xE2\x80\xAEreversed.</p>\n<p>My Grade: A+</p>"]),
];

/* ---- threads */
$comments = 0;
$say = function ($post, $parent, $author, $text, $fields = []) use (&$comments) {
    $when = strtotime(NEWEST) + DAY + 61 * ++$comments;
    return wp_insert_comment(wp_slash($fields + [
        'comment_post_ID' => $post, 'comment_parent' => $parent, 'comment_author' => $author, 'comment_content' => $text,
        'comment_author_email' => sanitize_title($author) . '@readers.test', 'comment_author_url' => '',
        'comment_author_IP' => '127.0.0.1', 'comment_approved' => 1,
        'comment_date_gmt' => gmdate('Y-m-d H:i:s', $when), 'comment_date' => gmdate('Y-m-d H:i:s', $when),
    ]));
};
[$deep, $busy] = [$posts[0], $posts[1]];
foreach (range(1, 3) as $thread) {
    $parent = 0;
    foreach (range(1, 5) as $level) {
        $parent = $say($deep, $parent, "Reader $thread$level", "Thread $thread, level $level &mdash; I <em>liked</em> the ending.");
        if ($level < 3) $say($deep, $parent, 'Aside', 'An aside below level ' . $level);
    }
}
$say($deep, 0, 'Ada Quill', 'Thank you all for reading.', ['user_id' => $ada, 'comment_author_email' => 'ada@fogdesk.test']);
$say($deep, 0, 'Held Back', 'Waiting for a moderator.', ['comment_approved' => 0]);
$say($deep, 0, 'Spammer', 'roulette', ['comment_approved' => 'spam']);
$say($deep, 0, 'Another blog', '[&#8230;] as the Fog Desk wrote [&#8230;]', ['comment_type' => 'pingback', 'comment_author_url' => 'http://other.test/']);
$last = 0;
foreach (range(1, 230) as $n) $last = $say($busy, $n % 4 ? 0 : $last, 'Regular ' . $n % 17, "Remark number $n.");
foreach ($posts as $n => $post)
    if ($n > 1 && $n < 100 && $n % 3 === 0)
        $say($post, $say($post, 0, 'Passer-by', 'Saw it twice.'), 'Friend', 'Once was enough.');
foreach ([...array_slice($posts, 0, 100), ...array_values($special)] as $post) wp_update_comment_count_now($post);
wp_defer_term_counting(false);
$wpdb->query("UPDATE $wpdb->posts SET guid = 'http://fogdesk.test/?p=' || ID WHERE post_type = 'post'"); // as the editor makes them
$wpdb->query('COMMIT');

/* ---- what is where */
[$word] = WP_Application_Passwords::create_new_application_password($reader, ['name' => 'tests']);
delete_option('rewrite_rules');            // made anew by the first request, which knows the permalinks
file_put_contents(BLOG_FOLDER . '/seed.json', json_encode([
    'posts' => $posts, 'special' => $special, 'deep' => $deep, 'busy' => $busy, 'categories' => $categories,
    'authors' => ['ada' => $ada, 'bram' => $bram], 'reader' => ['reader', 'reader-word'], 'application' => ['reader', $word],
]));
