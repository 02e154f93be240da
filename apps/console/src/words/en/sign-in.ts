export const signIn = {
  title: 'Right on the first visit',
  subtitle: 'After-sales service console',
  userName: 'User name',
  password: 'Password',
  submit: 'Sign in',
  needed: 'Please fill in',
  phones: 'Engineers and customers are on phones: their own apps, with a phone of the demo',
  demoTitle: 'A demo: pick a role to sign in',
};
