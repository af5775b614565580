// The way from Tasklist to the mail room.
export default [{
  id: 'mailroom-link',
  pluginPoint: 'tasklist.navbar.action',
  priority: 400,
  render: (node) => {
    const link = document.createElement('a');
    link.href = window.desk.url('/mailroom');
    link.textContent = 'Postrom';
    node.append(link);
  }
}];
