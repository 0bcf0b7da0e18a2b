import { permissions } from '../../../api/permissions';
import { homeOf } from './homes';

describe('the desk of each post', () => {
  const posts = Object.keys(permissions['queue.read'].roles);

  it.each(posts)('%s begins with a view that the post has, and sees what is late', (role) => {
    const { views, start, sections } = homeOf(role);
    expect(views).toContain(start);
    expect(sections).toContain('overdue');
  });

  it('has drafts for those who may write them, and for nobody else', () => {
    const writers = Object.keys(permissions['draft.own'].roles);
    expect(posts.filter((role) => homeOf(role).sections.includes('drafts')).sort()).toEqual(writers.sort());
  });

  it('shows what is late in the offices below to those who answer for them', () => {
    for (const role of ['townshipApprover', 'countyReviewer', 'countyApprover', 'supervisor'])
      expect(homeOf(role).views).toContain('subordinate');
  });
});
